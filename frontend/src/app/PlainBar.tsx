import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import { lazily } from '../components/lazily';
import { BarMenu } from './BarMenu';
import { TopBar } from './TopBar';

const ThemeMenu = lazily(async () => (await import('./ThemeMenu')).ThemeMenu);

/** The top bar where there is no account. */
export function PlainBar() {
  return (
    <TopBar
      end={
        <BarMenu label="Theme" icon={<DarkThemeRegular />} onIntent={ThemeMenu.preload}>
          {(button) => <ThemeMenu button={button} />}
        </BarMenu>
      }
    />
  );
}
