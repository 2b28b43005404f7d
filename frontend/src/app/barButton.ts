import { makeStyles, tokens } from '@fluentui/react-components';

/** On the bar's ground buttons are white, whatever the theme. */
export const useBarButtonStyles = makeStyles({
  button: {
    color: tokens.colorNeutralForegroundOnBrand,
    minWidth: '40px',
    ':hover': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundHover,
      '& .fui-Button__icon': { color: tokens.colorNeutralForegroundOnBrand },
    },
    ':hover:active': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundPressed,
      '& .fui-Button__icon': { color: tokens.colorNeutralForegroundOnBrand },
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '-4px' },
  },
});
