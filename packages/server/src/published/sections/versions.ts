/** Which version this is, who adopted it, what changed, and what was taken back. */
import type { CouncilAdoption } from '@thousand-cities/model';
import type { Withdrawal } from '@thousand-cities/store';
import type { PlanChanges } from '../facts/changes.ts';
import type { Html, Language } from '../language.ts';
import { addressOf, atNewest, list, paragraph, section, type Context } from '../parts.ts';
import type { PublishedPlan, PublishedVersion } from '../read.ts';

export interface VersionsPart {
  readonly shown: PublishedVersion | undefined;
  readonly history: readonly PublishedVersion[];
  readonly withdrawals: readonly Withdrawal[];
  /** Against the publication before; undefined where there is none. */
  readonly changes: PlanChanges | undefined;
  /** Name of an action by its id. */
  readonly nameOf: (id: string) => string;
}

export function versionsSection(context: Context, part: VersionsPart): Html {
  const { language } = context;
  return section('versions', language.say('published.versions'), [
    paragraph(changed(context, part)),
    list(part.history.map((each) => line(context, part, each)).concat(part.withdrawals.map((each) => taken(context, each)))), // prettier-ignore
  ]);
}

/** `Published on 3 May 2026. Adopted by the council on …`, for the head of the page. */
export function adoption({ language }: Context, { publication, plan }: PublishedPlan): Html {
  const { say, text, date } = language;
  const published = say('published.on', { date: text(date(publication.publishedAt)) });
  return `${published} ${councilText(language, plan.adoption)}`;
}

/** The decision by which the plan became the city's; that no decision is named is said. */
function councilText({ say, text, date, phrase }: Language, adopted: CouncilAdoption | undefined): Html {
  if (!adopted) return say('published.adoptedBy.nobody');
  const by = say('published.adoptedBy', { body: text(phrase(adopted.body)), date: text(date(adopted.date)) });
  const decision = adopted.decision === undefined ? adopted.url : phrase(adopted.decision);
  if (decision === undefined) return by;
  const named = adopted.url === undefined ? text(decision) : `<a href="${text(adopted.url)}" rel="nofollow noopener">${text(decision)}</a>`; // prettier-ignore
  return `${by} ${say('published.adoptedBy.decision', { decision: named })}`;
}

function line(context: Context, { shown, history }: VersionsPart, { publication }: PublishedVersion): Html {
  const { language } = context;
  const newest = publication.id === history[0]?.publication.id;
  const href = language.text(addressOf(atNewest(context), '', newest ? {} : { publication: publication.id }));
  const here = publication.id === shown?.publication.id;
  const title = language.say('published.versions.item', {
    title: language.text(language.phrase(publication.title)),
    version: language.whole(publication.version),
    date: language.text(language.date(publication.publishedAt)),
  });
  return here ? `<b>${title}</b>` : `<a href="${href}">${title}</a>`;
}

function taken({ language }: Context, { kind, publishedAt, withdrawnAt }: Withdrawal): Html {
  return language.say(`published.withdrawn.${kind}`, {
    date: language.text(language.date(withdrawnAt)),
    published: language.text(language.date(publishedAt)),
  });
}

const MOST = 6;

function changed({ language }: Context, { changes, nameOf }: VersionsPart): Html {
  const { say, count, text } = language;
  if (changes === undefined) return say('published.changes.first');
  if (changes.nothing) return say('published.changes.nothing');
  const names = (ids: readonly string[]) => {
    const named = ids.slice(0, ids.length > MOST ? MOST - 1 : MOST).map((id) => text(nameOf(id)));
    const others = ids.length - named.length;
    return { names: language.list(others > 0 ? [...named, count('published.changes.others', others)] : named) };
  };
  const of = (key: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [count(`published.changes.${key}`, ids.length, names(ids))];
  return [
    say('published.changes'),
    ...(changes.targetChanged ? [say('published.changes.target')] : []),
    ...(changes.baseChanged ? [say('published.changes.base')] : []),
    ...of('added', changes.added),
    ...of('removed', changes.removed),
    ...of('moved', changes.moved),
  ].join(' ');
}
