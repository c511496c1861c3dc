import { describe, expect, it } from 'vitest';
import { routeOf } from '../../shared/router.ts';
import { addressIn, networkAddress, workspaceRouteOf, type CityRoute, type NetworkRoute } from './routes.ts';

const cityId = '01900000-0000-7000-8000-0000000000c1';
const documentId = '01900000-0000-7000-8000-0000000000d1';

describe('addresses of the workspace', () => {
  const routes: readonly CityRoute[] = [
    { area: 'overview', cityId },
    { area: 'inventories', cityId },
    { area: 'inventory', cityId, documentId },
    { area: 'plans', cityId },
    { area: 'compare', cityId },
    { area: 'plan', cityId, documentId },
    { area: 'team', cityId },
  ];

  it.each(routes)('lead back to where they came from: $area', (route) => {
    expect(workspaceRouteOf(addressIn(route))).toEqual(route);
    expect(routeOf(addressIn(route), '').screen).toBe('workspace');
  });

  it.each<NetworkRoute>([
    { area: 'network', networkId: documentId },
    { area: 'network-people', networkId: documentId },
    { area: 'network-city', networkId: documentId, cityId },
  ])('lead back into the room of a network: $area', (route) => {
    expect(workspaceRouteOf(networkAddress(route))).toEqual(route);
  });

  it.each([
    ['/workspace', 'home'],
    ['/workspace/', 'home'],
    ['/workspace/account', 'account'],
    ['/set-up', 'set-up'],
    ['/join', 'join'],
    ['/password', 'password'],
    ['/workspace/not-an-id', 'not-found'],
    [`/workspace/${cityId}/nothing`, 'not-found'],
  ])('%s is %s', (address, area) => {
    expect(workspaceRouteOf(address)).toEqual({ area });
  });

  it('are told from other pages', () => {
    expect(routeOf('/workspaces', '').screen).toBe('not-found');
    expect(routeOf('/city/1', '').screen).toBe('city');
    expect(routeOf('/set-up', '').screen).toBe('workspace');
  });
});
