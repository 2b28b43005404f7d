import { Badge, type BadgeProps, makeStyles, mergeClasses } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Fluent UI's own is 20 px high: text that people enlarged would stand out of it.
  root: { height: 'auto', minHeight: '20px', minWidth: 0, overflowWrap: 'anywhere', textAlign: 'center' },
});

/** A word about the state of something, on a tint of its color. */
export function Tag(props: BadgeProps) {
  const styles = useStyles();
  return <Badge appearance="tint" {...props} className={mergeClasses(styles.root, props.className)} />;
}
