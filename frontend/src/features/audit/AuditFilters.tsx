import { Button, Dropdown, Field, Input, makeStyles, Option, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { AuditFilters_query$key } from '../../__generated__/AuditFilters_query.graphql';
import { actionName, actionNames } from '../../lib/actions';
import { shortDate } from '../../lib/time';
import { type AuditSearch, isFiltered, resultChoices } from './auditState';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    flexGrow: 1,
    '@media (max-width: 639.98px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  control: { minWidth: 0, width: '100%' },
  clear: { justifySelf: 'start' },
});

/** What narrows the audit log: result, action, delegated admin, and the time from day to day. */
export function AuditFilters(props: {
  query: AuditFilters_query$key;
  search: AuditSearch;
  onSearch: (change: AuditSearch) => void;
}) {
  const { search, onSearch } = props;
  const data = useFragment(
    graphql`
      fragment AuditFilters_query on Query {
        delegatedAdmins(first: 50, filter: { statuses: [ACTIVE, SUSPENDED, EXPIRED, TERMINATED] }) {
          edges {
            node {
              id
              status
              activatedAt
              partner {
                name
              }
            }
          }
        }
      }
    `,
    props.query,
  );
  const styles = useStyles();
  const admins = data.delegatedAdmins.edges.map(({ node }) => ({
    value: node.id,
    label: `${node.partner.name}, since ${shortDate(node.activatedAt)}`,
  }));
  const actions = actionNames.map((action) => ({ value: action, label: actionName(action) }));

  return (
    <section className={styles.root} aria-label="Filters">
      <Choice
        label="Result"
        choices={resultChoices}
        value={search.result}
        onChoose={(result) => onSearch({ result })}
      />
      <Choice
        label="Action"
        choices={[{ value: '', label: 'All actions' }, ...known(actions, search.action)]}
        value={search.action}
        onChoose={(action) => onSearch({ action })}
      />
      <Choice
        label="Delegated admin"
        choices={[{ value: '', label: 'Everybody' }, ...known(admins, search.delegation)]}
        value={search.delegation}
        onChoose={(delegation) => onSearch({ delegation })}
      />
      <Field label="From">
        <Input
          type="date"
          className={styles.control}
          value={search.since ?? ''}
          max={search.until ?? ''}
          onChange={(_, { value }) => onSearch({ since: value || undefined })}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          className={styles.control}
          value={search.until ?? ''}
          min={search.since ?? ''}
          onChange={(_, { value }) => onSearch({ until: value || undefined })}
        />
      </Field>
      {isFiltered(search) && (
        <Button
          className={styles.clear}
          onClick={() =>
            onSearch({
              result: undefined,
              action: undefined,
              delegation: undefined,
              since: undefined,
              until: undefined,
            })
          }
        >
          Clear filters
        </Button>
      )}
    </section>
  );
}

interface ChoiceOf {
  readonly value: string;
  readonly label: string;
}

/** What the address asks for is always among the choices, also when this page does not know it. */
function known(choices: readonly ChoiceOf[], value: string | undefined): readonly ChoiceOf[] {
  if (!value || choices.some((choice) => choice.value === value)) return choices;
  return [{ value, label: value }, ...choices];
}

function Choice(props: {
  label: string;
  choices: readonly ChoiceOf[];
  value: string | undefined;
  onChoose: (value: string | undefined) => void;
}) {
  const { label, choices, value = '', onChoose } = props;
  const styles = useStyles();
  const current = choices.find((choice) => choice.value === value) ?? choices[0];
  return (
    <Field label={label}>
      <Dropdown
        className={styles.control}
        value={current?.label ?? ''}
        selectedOptions={[current?.value ?? '']}
        onOptionSelect={(_, { optionValue }) => onChoose(optionValue || undefined)}
      >
        {choices.map((choice) => (
          <Option key={choice.value} value={choice.value}>
            {choice.label}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
