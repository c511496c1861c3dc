import { describe, expect, it } from 'vitest';
import { cityAddress, regionAddress, routeOf } from './router.ts';

describe('addresses', () => {
  it.each([
    ['/', '', { screen: 'claim', query: '' }],
    ['/', '?q=Bandung', { screen: 'claim', query: 'Bandung' }],
    ['/embed', '?kind=library', { screen: 'embed' }],
    ['/network', '', { screen: 'network' }],
    ['/network/', '', { screen: 'network' }],
    ['/network/region/south-east-asia', '', { screen: 'region', id: 'south-east-asia' }],
    ['/city/1650357', '', { screen: 'city', id: '1650357' }],
    ['/network/region/', '', { screen: 'not-found' }],
    ['/nothing', '', { screen: 'not-found' }],
    ['/city/%E0%A4%A', '', { screen: 'not-found' }],
  ])('reads %s%s', (path, search, route) => {
    expect(routeOf(path, search)).toEqual(route);
  });

  it('writes what it reads', () => {
    expect(routeOf(cityAddress('a/b'), '')).toEqual({ screen: 'city', id: 'a/b' });
    expect(routeOf(regionAddress('south-east-asia'), '')).toEqual({ screen: 'region', id: 'south-east-asia' });
  });
});
