/** Words of the workspace, all its rooms in one piece. */
import workspace from '../messages/workspace.id.json';
import grid from '../messages/grid.id.json';
import inventories from '../messages/inventories.id.json';
import plans from '../messages/plans.id.json';
import accounts from '../messages/accounts.id.json';
import networkRoom from '../messages/network-room.id.json';

const catalogue = { ...workspace, ...grid, ...inventories, ...plans, ...accounts, ...networkRoom };

export default catalogue;
