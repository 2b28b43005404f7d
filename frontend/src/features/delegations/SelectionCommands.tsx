import { ToolbarButton, Tooltip } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PanelRightRegular } from '@fluentui/react-icons/svg/panel-right';
import type { RefObject } from 'react';

/** What can be done with the delegated admins that are selected. */
export function SelectionCommands(props: {
  count: number;
  canDelete: boolean;
  deleteButton: RefObject<HTMLButtonElement | null>;
  onDelete: () => void;
  onDetails: () => void;
  onClear: () => void;
}) {
  const { count, canDelete, deleteButton, onDelete, onDetails, onClear } = props;
  const deleteCommand = (
    <ToolbarButton
      ref={deleteButton}
      icon={<DeleteRegular />}
      disabledFocusable={!canDelete}
      onClick={() => canDelete && onDelete()}
    >
      Delete
    </ToolbarButton>
  );
  return (
    <>
      {canDelete ? (
        deleteCommand
      ) : (
        <Tooltip
          relationship="description"
          content="Only a Global Administrator can delete delegated admins, and only current ones"
        >
          {deleteCommand}
        </Tooltip>
      )}
      {count === 1 && (
        <ToolbarButton icon={<PanelRightRegular />} onClick={onDetails}>
          Details
        </ToolbarButton>
      )}
      <ToolbarButton icon={<DismissRegular />} onClick={onClear}>
        {count} selected
      </ToolbarButton>
    </>
  );
}
