import { Select } from '@fluentui/react-components';

/** One of a few: a filter or an order. The first choice is the rule, has the value '' and is told as undefined. */
export function Choice(props: {
  /** Left out within a Field, which has one. */
  label?: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  value: string | undefined;
  className?: string;
  onChoose: (value: string | undefined) => void;
}) {
  const { label, choices, value = '', className, onChoose } = props;
  return (
    <Select
      aria-label={label}
      className={className}
      value={value}
      onChange={(_, data) => onChoose(data.value || undefined)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
