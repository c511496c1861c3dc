/** Addresses of the workspace: what each shows, and how one is made. */

export type WorkspaceRoute =
  /** My cities; signing in where nobody is signed in. */
  | { readonly area: 'home' }
  /** Doors with a secret after `#`: the first administrator, an invitation, a new password. */
  | { readonly area: 'set-up' | 'join' | 'password' }
  /** My name, password, second factor, passkeys, sessions, tokens. */
  | { readonly area: 'account' }
  | CityRoute
  | NetworkRoute
  | { readonly area: 'not-found' };

/** The room of a network: its cities, one of them, its people. */
export type NetworkRoute =
  | { readonly area: 'network' | 'network-people'; readonly networkId: string }
  | { readonly area: 'network-city'; readonly networkId: string; readonly cityId: string };

export type CityRoute =
  /** Where the city stands and what comes next. */
  | { readonly area: 'overview'; readonly cityId: string }
  /** Inventories by year, side by side; recalculation. */
  | { readonly area: 'inventories'; readonly cityId: string }
  /** One inventory as a grid. */
  | { readonly area: 'inventory'; readonly cityId: string; readonly documentId: string }
  /** Scenarios: names, copies, states. */
  | { readonly area: 'plans'; readonly cityId: string }
  /** Up to four scenarios beside each other: `?of=ID,ID`. */
  | { readonly area: 'compare'; readonly cityId: string }
  | { readonly area: 'plan'; readonly cityId: string; readonly documentId: string }
  /** Members, invitations, networks, programs, log. */
  | { readonly area: 'team'; readonly cityId: string };

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const DOORS = /^\/(set-up|join|password)\/?$/;

const cityPatterns = [
  [new RegExp(`^/workspace/${ID}/?$`), 'overview'],
  [new RegExp(`^/workspace/${ID}/inventories/?$`), 'inventories'],
  [new RegExp(`^/workspace/${ID}/inventories/${ID}/?$`), 'inventory'],
  [new RegExp(`^/workspace/${ID}/plans/?$`), 'plans'],
  [new RegExp(`^/workspace/${ID}/compare/?$`), 'compare'],
  [new RegExp(`^/workspace/${ID}/plans/${ID}/?$`), 'plan'],
  [new RegExp(`^/workspace/${ID}/team/?$`), 'team'],
] as const;

const networkPatterns = [
  [new RegExp(`^/workspace/networks/${ID}/?$`), 'network'],
  [new RegExp(`^/workspace/networks/${ID}/people/?$`), 'network-people'],
  [new RegExp(`^/workspace/networks/${ID}/cities/${ID}/?$`), 'network-city'],
] as const;

/** Read an address of the workspace. */
export function workspaceRouteOf(pathname: string): WorkspaceRoute {
  if (/^\/workspace\/?$/.test(pathname)) return { area: 'home' };
  if (/^\/workspace\/account\/?$/.test(pathname)) return { area: 'account' };
  const door = DOORS.exec(pathname)?.[1];
  if (door !== undefined) return { area: door as 'set-up' | 'join' | 'password' };
  for (const [pattern, area] of cityPatterns) {
    const [, cityId, documentId] = pattern.exec(pathname) ?? [];
    if (cityId !== undefined) return { area, cityId, ...(documentId !== undefined && { documentId }) } as CityRoute;
  }
  for (const [pattern, area] of networkPatterns) {
    const [, networkId, cityId] = pattern.exec(pathname) ?? [];
    if (networkId !== undefined) return { area, networkId, ...(cityId !== undefined && { cityId }) } as NetworkRoute;
  }
  return { area: 'not-found' };
}

export const WORKSPACE_ADDRESS = '/workspace';
export const ACCOUNT_ADDRESS = '/workspace/account';

/** The address of a place in a city's workspace. */
export function addressIn(route: CityRoute): string {
  const city = `/workspace/${route.cityId}`;
  switch (route.area) {
    case 'overview':
      return city;
    case 'inventory':
      return `${city}/inventories/${route.documentId}`;
    case 'plan':
      return `${city}/plans/${route.documentId}`;
    default:
      return `${city}/${route.area}`;
  }
}

/** The page of a city for its people. */
export const publishedAddress = (cityId: string): string => `/published/${cityId}`;

/** The address of a place in the room of a network. */
export function networkAddress(route: NetworkRoute): string {
  const room = `/workspace/networks/${route.networkId}`;
  if ('cityId' in route) return `${room}/cities/${route.cityId}`;
  return route.area === 'network' ? room : `${room}/people`;
}
