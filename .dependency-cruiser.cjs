/** The arrows of the house: model ← reference ← formats, store ← server, cli; web sees model only. Inside the model, rooms look down only. */
const pkg = (name) => `^packages/${name}/src`;
const room = (name) => `^packages/model/src/${name}/`;
const forbid = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    forbid(
      'model-sees-nobody',
      pkg('model'),
      '^packages/(?!model/)',
      'The model does no I/O and imports no other package.',
    ),
    {
      name: 'model-no-node',
      severity: 'error',
      from: { path: pkg('model'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    forbid(
      'reference-looks-down',
      pkg('reference'),
      '^packages/(?!model/|reference/)',
      'reference imports model only.',
    ),
    forbid(
      'formats-look-down',
      pkg('formats'),
      '^packages/(store|server|cli|web)/',
      'formats import model and reference.',
    ),
    forbid('store-looks-down', pkg('store'), '^packages/(?!model/|store/)', 'store imports model only.'),
    forbid('server-looks-down', pkg('server'), '^packages/(cli|web)/', 'server never imports a door above it.'),
    forbid(
      'web-sees-model',
      pkg('web'),
      '^packages/(reference|formats|store|server|cli)/',
      'web imports model; the rest is HTTP.',
    ),
    forbid(
      'inventory-is-lowest',
      room('inventory'),
      '^packages/model/src/(pathway|action|portfolio|uncertainty|plan|climate|network)/',
      'inventory ← pathway ← action ← portfolio, uncertainty ← plan ← network',
    ),
    forbid(
      'climate-stands-alone',
      room('climate'),
      '^packages/model/src/(inventory|pathway|action|portfolio|uncertainty|plan|network)/',
      'the climate knows emissions of the world, no cities',
    ),
    forbid(
      'plan-below-network',
      room('(pathway|action|portfolio|uncertainty|plan)'),
      '^packages/model/src/(climate|network)/',
      'a plan knows neither the network nor the climate; network sums plans and asks the climate',
    ),
    forbid(
      'pathway-below-action',
      room('pathway'),
      '^packages/model/src/(action|portfolio|uncertainty|plan)/',
      'pathway knows no actions',
    ),
    forbid(
      'action-below-plan',
      room('action'),
      '^packages/model/src/(portfolio|uncertainty|plan)/',
      'actions know no portfolio',
    ),
    forbid(
      'portfolio-below-plan',
      room('portfolio'),
      '^packages/model/src/(uncertainty|plan)/',
      'portfolio works on the compiled form',
    ),
    forbid(
      'uncertainty-below-plan',
      room('uncertainty'),
      '^packages/model/src/(portfolio|plan)/',
      'draws work on the compiled form',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|node_modules|public)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'types', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
