import { Button } from '@fluentui/react-components';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactElement, Ref } from 'react';

interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'content'> {
  ref?: Ref<HTMLAnchorElement>;
  appearance?: 'primary' | 'secondary' | 'outline' | 'subtle' | 'transparent';
  size?: 'small' | 'medium' | 'large';
  icon?: ReactElement;
}

/** A link within the app that looks like a button: `<LinkButton to="/partner/offers/new" appearance="primary">`. */
export const LinkButton = createLink((props: AnchorProps) => <Button {...props} as="a" />);
