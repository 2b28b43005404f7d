import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { RoleCheckboxes } from '../../components/RoleCheckboxes';
import { messageOf, UserErrors } from '../../graphql/errors';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  roles: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, color: tokens.colorNeutralForeground1 },
  small: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** What stands in the form. */
export interface GroupValues {
  readonly name: string;
  readonly description: string;
  readonly defaultRoles: readonly string[];
}

/** The form of a group, new or not. */
export function GroupForm(props: {
  values: GroupValues;
  save: string;
  onSave: (values: GroupValues) => Promise<unknown>;
  /** More buttons, such as Cancel. */
  children?: ReactNode;
}) {
  const { values, save, onSave, children } = props;
  const styles = useStyles();
  const id = useId();
  const [name, setName] = useState(values.name);
  const [description, setDescription] = useState(values.description);
  const [defaultRoles, setDefaultRoles] = useState(values.defaultRoles);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      if (name.trim() === '') {
        throw new UserErrors([{ code: 'INVALID', message: 'Enter a name.', field: ['input', 'name'] }]);
      }
      await onSave({ name: name.trim(), description: description.trim(), defaultRoles });
    } catch (caught) {
      setError(caught);
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
    setBusy(false);
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const rest = faults ? faults.except('name', 'description') : error === null ? undefined : messageOf(error);
  const fault = (key: string) => {
    const message = faults?.for(key);
    return message ? { validationMessage: message, validationState: 'error' as const } : {};
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
        </MessageBar>
      )}
      <Field label="Name" required {...fault('name')}>
        <Input value={name} maxLength={256} autoComplete="off" onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label="What it is for (optional)" {...fault('description')}>
        <Textarea
          value={description}
          maxLength={1000}
          rows={2}
          resize="vertical"
          onChange={(_, data) => setDescription(data.value)}
        />
      </Field>
      <fieldset className={styles.roles} aria-describedby={id}>
        <legend className={styles.legend}>Default roles</legend>
        <Text size={200} id={id} className={styles.small}>
          What it gets at a new customer, as far as the customer grants it. What it holds already stays.
        </Text>
        <RoleCheckboxes roles={defaultRoles} onRoles={setDefaultRoles} />
      </fieldset>
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={busy}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {save}
        </Button>
        {children}
      </div>
    </form>
  );
}
