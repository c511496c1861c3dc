/** Which method was taken for the landfills of an inventory calculated from activity data, as a finding. */
import type { Finding, Inventory } from '@thousand-cities/model';

/** One note for each reference of solid waste disposal that was calculated. */
export function disposalFindings({ rows }: Inventory): readonly Finding[] {
  return rows.flatMap(({ ref, method, note }): readonly Finding[] => {
    if (method === 'first-order-decay') return [decayed(ref, note)];
    return method === 'methane-commitment' ? [committed(ref, note)] : [];
  });
}

function decayed(ref: string, note = ''): Finding {
  return {
    code: 'landfill-first-order-decay',
    severity: 'note',
    path: ['rows', ref],
    message: `${ref}: ${note}.`,
    remedy:
      'Add the years before, ideally fifty, so that older waste counts too; keep one method for all years you compare.',
    values: { ref },
  };
}

function committed(ref: string, note = ''): Finding {
  return {
    code: 'landfill-methane-commitment',
    severity: 'note',
    path: ['rows', ref],
    message: `${ref}: ${note}. All the methane this waste will ever make is counted in this year.`,
    remedy:
      'For emissions as they arise, give the waste of at least ten earlier years, one row a year, under the same activity and carrier.',
    values: { ref },
  };
}
