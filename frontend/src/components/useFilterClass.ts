import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { phone, useMediaQuery } from '../lib/useMediaQuery';

const useStyles = makeStyles({
  filter: { minWidth: '136px', maxWidth: '200px' },
  phone: { minWidth: 0, maxWidth: 'none', flexGrow: 1, flexBasis: '136px' },
});

/** How wide one of several choices is that narrow a list: on phones they share the width. */
export function useFilterClass(): string {
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  return mergeClasses(styles.filter, isPhone && styles.phone);
}
