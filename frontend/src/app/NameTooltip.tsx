import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** Shows beside an icon the name. */
export function NameTooltip(props: { name: string; children: ReactElement }) {
  return (
    <Tooltip content={props.name} relationship="label" positioning="after">
      {props.children}
    </Tooltip>
  );
}
