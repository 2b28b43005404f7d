import { Link as FluentLink } from '@fluentui/react-components';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'content'> {
  ref?: Ref<HTMLAnchorElement>;
}

/** A link within the app that looks like text: `<TextLink to="/support">`. */
export const TextLink = createLink((props: AnchorProps) => <FluentLink {...props} as="a" inline />);
