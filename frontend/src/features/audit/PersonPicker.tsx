import { Combobox, Field, Link, makeStyles, Option, OptionGroup, Text, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { PersonPickerQuery } from '../../__generated__/PersonPickerQuery.graphql';

/** Typing goes on within this time, in milliseconds. */
const pause = 150;

const useStyles = makeStyles({
  root: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  list: { minWidth: 'min(280px, 90vw)', maxHeight: '320px' },
  option: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
});

interface Person {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface Group {
  readonly label: string;
  readonly people: readonly Person[];
}

export interface PersonPickerProps {
  person: string | undefined;
  /** Of the person, as far as it is known. */
  name: string | undefined;
  onChoose: (person: string | undefined) => void;
}

/**
 * Finds somebody of the organization, or of a partner who did something in it, and narrows the log to what they did. It takes
 * the focus when it begins open, or when the focus was lost with what stood in its place.
 */
export function PersonPicker(props: PersonPickerProps & { defaultOpen?: boolean }) {
  const { person, name, onChoose, defaultOpen = false } = props;
  const styles = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(defaultOpen);
  const [text, setText] = useState<string>(); // undefined while nobody writes
  const [chosen, setChosen] = useState<Person>();
  const { groups, state, retry } = usePeople(open, text?.trim() ?? '');
  const shown = person === undefined ? '' : (name ?? (chosen?.id === person ? chosen.name : 'One person'));

  useLayoutEffect(() => {
    if (defaultOpen || document.activeElement === document.body) field.current?.focus();
  }, [defaultOpen]);

  const choose = (id: string | undefined) => {
    setText(undefined);
    setChosen(groups.flatMap(({ people }) => people).find((one) => one.id === id));
    onChoose(id);
  };
  const tryAgain = () => {
    retry();
    setOpen(true);
    field.current?.focus();
  };
  const leave = () => {
    if (text?.trim() === '' && person !== undefined) onChoose(undefined);
    setText(undefined);
  };

  return (
    <Field
      label="Person"
      {...(state === 'failed'
        ? {
            validationMessage: (
              <>
                People could not be searched.{' '}
                <Link as="button" inline onClick={tryAgain}>
                  Retry
                </Link>
              </>
            ),
          }
        : {})}
    >
      <Combobox
        ref={field}
        className={styles.root}
        listbox={{ className: styles.list }}
        freeform
        inlinePopup
        clearable
        placeholder="Everybody"
        input={{ maxLength: 100 }}
        open={open}
        value={text ?? shown}
        selectedOptions={person === undefined ? [] : [person]}
        onOpenChange={(_, data) => setOpen(data.open)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onOptionSelect={(_, data) => choose(data.optionValue)}
        onBlur={leave}
      >
        {groups.map(({ label, people }) => (
          <OptionGroup key={label} label={label}>
            {people.map(({ id, name, detail }) => (
              <Option key={id} value={id} text={name}>
                <span className={styles.option}>
                  <Text>{name}</Text>
                  <Text size={200} className={styles.small}>
                    {detail}
                  </Text>
                </span>
              </Option>
            ))}
          </OptionGroup>
        ))}
        {groups.length === 0 && (
          <Option key={state} value="" disabled className={styles.small}>
            {{ looking: 'Searching …', found: 'Nobody fits', failed: 'People could not be searched' }[state]}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

/** Who fits the text, while it is asked for: what was found before stays until the answer is there. */
function usePeople(wanted: boolean, text: string) {
  const environment = useRelayEnvironment();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ asked: string; groups: readonly Group[]; failed: boolean }>();
  const asked = `${attempt} ${text}`;
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    const ask = async () => {
      try {
        const data = await fetchQuery<PersonPickerQuery>(
          environment,
          graphql`
            query PersonPickerQuery($text: String!) {
              viewer {
                organization {
                  users(first: 10, search: $text) {
                    edges {
                      node {
                        id
                        displayName
                        userName
                      }
                    }
                  }
                  partnerActors(search: $text) {
                    actorId
                    displayName
                    userName
                    organizationName
                  }
                }
              }
            }
          `,
          { text },
        ).toPromise();
        const organization = data?.viewer?.organization;
        const own = (organization?.users.edges ?? []).map(({ node }) => ({
          id: node.id,
          name: node.displayName,
          detail: node.userName,
        }));
        const partners = (organization?.partnerActors ?? []).map((actor) => ({
          id: actor.actorId,
          name: actor.displayName,
          detail: `${actor.userName}, ${actor.organizationName}`,
        }));
        const groups = [
          { label: 'People of partners', people: partners },
          { label: 'Your organization', people: own },
        ];
        if (!over) setFound({ asked, groups: groups.filter(({ people }) => people.length > 0), failed: false });
      } catch {
        if (!over) setFound({ asked, groups: [], failed: true });
      }
    };
    const timer = setTimeout(ask, text === '' ? 0 : pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [environment, wanted, text, asked]);
  const state = found?.failed && found.asked === asked ? 'failed' : found?.asked === asked ? 'found' : 'looking';
  return { groups: found?.groups ?? [], state, retry: () => setAttempt(attempt + 1) } as const;
}
