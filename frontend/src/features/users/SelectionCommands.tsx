import { ToolbarButton } from '@fluentui/react-components';
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { KeyResetRegular } from '@fluentui/react-icons/svg/key-reset';
import { PanelRightRegular } from '@fluentui/react-icons/svg/panel-right';
import { PersonKeyRegular } from '@fluentui/react-icons/svg/person-key';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { ReactElement } from 'react';
import type { ActedOn, ActionKind } from './useUserActions';

interface Selected extends ActedOn {
  readonly viewerCanSetEnabled: boolean;
  readonly viewerCanDelete: boolean;
  readonly viewerCanResetPassword: boolean;
  readonly viewerCanAssignRoles: boolean;
}

const commands: readonly {
  kind: ActionKind;
  label: string;
  icon: ReactElement;
  can: (user: Selected) => boolean;
}[] = [
  { kind: 'reset', label: 'Reset password', icon: <KeyResetRegular />, can: (user) => user.viewerCanResetPassword },
  { kind: 'disable', label: 'Disable', icon: <ProhibitedRegular />, can: (user) => user.viewerCanSetEnabled },
  { kind: 'enable', label: 'Enable', icon: <CheckmarkCircleRegular />, can: (user) => user.viewerCanSetEnabled },
  { kind: 'roles', label: 'Manage roles', icon: <PersonKeyRegular />, can: (user) => user.viewerCanAssignRoles },
  { kind: 'licenses', label: 'Manage product licenses', icon: <CertificateRegular />, can: () => true },
  { kind: 'delete', label: 'Delete', icon: <DeleteRegular />, can: (user) => user.viewerCanDelete },
];

/** What can be done with the users that are selected: all of them are asked about, and each has its result. */
export function SelectionCommands(props: {
  selected: readonly Selected[];
  /** Whether the viewer may assign licenses in the organization. */
  canLicense: boolean;
  onAct: (kind: ActionKind, users: readonly ActedOn[]) => void;
  onDetails: () => void;
  onClear: () => void;
}) {
  const { selected, canLicense, onAct, onDetails, onClear } = props;
  return (
    <>
      {commands.map(({ kind, label, icon, can }) => {
        if (kind === 'licenses' && !canLicense) return null;
        const possible = selected.some(can);
        return (
          <ToolbarButton
            key={kind}
            icon={icon}
            disabledFocusable={!possible}
            onClick={() => possible && onAct(kind, selected)}
            {...(possible ? {} : { title: 'You may not do this with any of those selected' })}
          >
            {label}
          </ToolbarButton>
        );
      })}
      {selected.length === 1 && (
        <ToolbarButton icon={<PanelRightRegular />} onClick={onDetails}>
          Details
        </ToolbarButton>
      )}
      <ToolbarButton icon={<DismissRegular />} onClick={onClear}>
        {selected.length} selected
      </ToolbarButton>
    </>
  );
}
