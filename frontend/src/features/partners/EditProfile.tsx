import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Switch,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { EditProfile_partner$key } from '../../__generated__/EditProfile_partner.graphql';
import { Choice } from '../../components/Choice';
import { Still } from '../../components/Still';
import { useToast } from '../../components/Toasts';
import { messageOf, UserErrors } from '../../graphql/errors';
import { countryChoices } from '../../lib/countries';
import { isService, serviceInWords, serviceNames } from '../../lib/services';
import { useUpdateProfile } from './useUpdateProfile';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  services: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  legend: { padding: 0 },
  checkbox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const countries = [{ value: '', label: 'Not said' }, ...countryChoices];

interface Props {
  open: boolean;
  partner: EditProfile_partner$key;
  onClose: () => void;
}

/** Changes what everybody sees of the viewer's partner. */
export function EditProfile(props: Props) {
  const { open, onClose } = props;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <Body {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Body(props: Props) {
  const { onClose } = props;
  const before = useFragment(
    graphql`
      fragment EditProfile_partner on Partner {
        listed
        contactEmail
        website
        description
        country
        services
      }
    `,
    props.partner,
  );
  const styles = useStyles();
  const tell = useToast();
  const form = useRef<HTMLFormElement>(null);
  const [listed, setListed] = useState(before.listed);
  const [contactEmail, setContactEmail] = useState(before.contactEmail ?? '');
  const [website, setWebsite] = useState(before.website ?? '');
  const [description, setDescription] = useState(before.description ?? '');
  const [country, setCountry] = useState(before.country ?? '');
  const [services, setServices] = useState<readonly string[]>(before.services);
  const [error, setError] = useState<unknown>(null);
  const [update, busy] = useUpdateProfile();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setError(null);
    try {
      await update({
        input: {
          listed,
          contactEmail: contactEmail.trim(),
          website: website.trim(),
          description: description.trim(),
          country,
          services: services.filter(isService),
        },
      });
    } catch (caught) {
      setError(caught);
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    tell('Profile saved');
    onClose();
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const rest = faults
    ? faults.except('contactEmail', 'website', 'description', 'country')
    : error === null
      ? undefined
      : messageOf(error);
  const fault = (key: string) => {
    const message = faults?.for(key);
    return message ? { validationMessage: message, validationState: 'error' as const } : {};
  };
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <DialogTitle>Edit profile</DialogTitle>
        <DialogContent className={styles.content}>
          {rest && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{rest}</MessageBarBody>
            </MessageBar>
          )}
          <Switch
            label="In the directory of partners"
            checked={listed}
            onChange={(_, data) => setListed(data.checked)}
          />
          <Field
            label="Contact"
            hint="Everybody sees this address. What customers ask for goes there by mail."
            {...fault('contactEmail')}
          >
            <Input
              type="email"
              autoComplete="off"
              spellCheck={false}
              value={contactEmail}
              onChange={(_, data) => setContactEmail(data.value)}
            />
          </Field>
          <Field label="Website" hint="Begins with https://" {...fault('website')}>
            <Input
              type="url"
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              value={website}
              onChange={(_, data) => setWebsite(data.value)}
            />
          </Field>
          <Field label="Country" {...fault('country')}>
            <Choice choices={countries} value={country} onChoose={(value) => setCountry(value ?? '')} />
          </Field>
          <Field label="What you do, in your own words" {...fault('description')}>
            <Textarea
              rows={4}
              resize="vertical"
              maxLength={1000}
              value={description}
              onChange={(_, data) => setDescription(data.value)}
            />
          </Field>
          <fieldset className={styles.services}>
            <legend className={styles.legend}>Services</legend>
            {serviceNames.map((name) => (
              <Checkbox
                key={name}
                className={styles.checkbox}
                label={serviceInWords(name)}
                checked={services.includes(name)}
                onChange={(_, data) =>
                  setServices(data.checked === true ? [...services, name] : services.filter((other) => other !== name))
                }
              />
            ))}
          </fieldset>
        </DialogContent>
        <DialogActions>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={busy}
            {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
          >
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
