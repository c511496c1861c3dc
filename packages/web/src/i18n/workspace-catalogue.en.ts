/** Words of the workspace, all its rooms in one piece. */
import workspace from '../messages/workspace.en.json';
import grid from '../messages/grid.en.json';
import inventories from '../messages/inventories.en.json';
import plans from '../messages/plans.en.json';
import accounts from '../messages/accounts.en.json';
import networkRoom from '../messages/network-room.en.json';

const catalogue = { ...workspace, ...grid, ...inventories, ...plans, ...accounts, ...networkRoom };

export default catalogue;
export type WorkspaceKey = keyof typeof catalogue;
