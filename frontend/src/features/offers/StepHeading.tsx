import { makeStyles, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { arrive } from '../../lib/arrival';

const useStyles = makeStyles({
  root: { ...typographyStyles.subtitle1, margin: 0, scrollMarginTop: '64px', ':focus': { outlineStyle: 'none' } },
});

/** The heading of a step: takes the focus when the step begins, so that screen readers read it. */
export function StepHeading(props: { children: ReactNode; id?: string }) {
  const styles = useStyles();
  return (
    <h2 ref={begin} tabIndex={-1} className={styles.root} {...(props.id ? { id: props.id } : {})}>
      {props.children}
    </h2>
  );
}

function begin(heading: HTMLElement | null) {
  arrive(heading);
  if (heading && document.activeElement === heading) heading.scrollIntoView?.({ block: 'start' });
}
