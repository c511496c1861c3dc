/** Language and theme as the reader chose them: kept in cookies, so that the server can fill the page alike. */
export type Theme = 'auto' | 'light' | 'dark';

const YEAR_SECONDS = 31_536_000;

/** Value of a cookie in a cookie string. */
export function cookieOf(cookies: string, name: string): string | undefined {
  return cookies
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];
}

/** Keep a choice for a year; an empty value forgets it. */
export function keepCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${value === '' ? 0 : YEAR_SECONDS}; samesite=lax`;
}

export const themeOf = (text: string | undefined): Theme => (text === 'light' || text === 'dark' ? text : 'auto');

/** Put a theme into force. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}
