/** Where one figure comes from: the model's own tree, readable without script. */
import type { CutNode } from '../evaluation/cut.ts';
import type { Html } from './language.ts';
import { addressOf, paragraph, type Context } from './parts.ts';
import { sourceText } from './sections/emits.ts';
import { figureTitle, stepFormula, stepName, stepNote, stepValue, type StepNames } from './step-words.ts';

/** Levels below the figure that are written out: of steps that can be asked for by their own address, and of others. */
const DEPTH_ASKED = 1;
const DEPTH = 5;
/** Levels below a figure that a page shows, the last as names and values alone; and steps beside each other. */
export const LEVELS = DEPTH + 1;
export const MOST_CHILDREN = 60;

/**
 * The page of a figure.
 *
 * @param path as it was asked for: what the figure is called where the catalogue knows it
 */
export function renderFigure(context: Context, path: string, root: CutNode, names: StepNames): Html {
  const { language } = context;
  const back = `<a href="${language.text(addressOf(context))}">${language.say('published.figure.back', { city: language.text(names.city) })}</a>`;
  return [
    `<div class="head"><p class="kicker">${language.say('explain.title')}</p>`,
    `<h1>${language.text(figureTitle(path, root, names))}</h1>`,
    `<p class="lede"><b class="num">${language.text(stepValue(root, language))}</b></p>${saidOf(context, root, names)}`,
    paragraph(back),
    '</div>',
    root.children.length === 0
      ? ''
      : `<section aria-label="${language.say('explain.title')}">${treeOf(context, root, names, 1)}</section>`,
  ].join('');
}

/** Standing, formula, interval, note and sources of a step, as short as they go: a tree has many. */
function saidOf({ language }: Context, step: CutNode, names: StepNames): Html {
  const { say, text } = language;
  const formula = stepFormula(step, names);
  const note = stepNote(step, names);
  const range = step.interval && step.unit === 't CO2e' ? step.interval : undefined;
  const sources = (step.sources ?? []).map((source) => sourceText(language, source, source.id));
  const notes = [
    note === undefined ? '' : text(/[.!?]$/.test(note) ? note : `${note}.`),
    range ? say('published.emits.interval', { low: text(language.co2e(range.low)), high: text(language.co2e(range.high)) }) : '', // prettier-ignore
    sources.length === 0 ? '' : `${say('explain.source')} ${text(sources.join('; '))}`,
  ].filter((part) => part !== '');
  const mark = step.provenance === undefined ? '' : ` <span class="mark ${step.provenance}">${say(`look.${step.provenance}`)}</span>`; // prettier-ignore
  return `${mark}${formula === undefined ? '' : paragraph(text(`= ${formula}`), 'formula')}${paragraph(notes.join(' '), 'note')}`;
}

function treeOf(context: Context, step: CutNode, names: StepNames, depth: number): Html {
  const { language } = context;
  const shown = step.children.slice(0, MOST_CHILDREN);
  const rest = step.children.length - shown.length + (step.more ?? 0);
  const more = rest > 0 ? `<li class="note">${language.count('published.figure.more', rest)}</li>` : '';
  return `<ul class="steps">${shown.map((child) => stepOf(context, child, names, depth)).join('')}${more}</ul>`;
}

function stepOf(context: Context, step: CutNode, names: StepNames, depth: number): Html {
  const { language } = context;
  const value = `<b class="num">${language.text(stepValue(step, language))}</b>`;
  const name = language.text(stepName(step, names));
  const asked = step.path === undefined ? name : `<a rel="nofollow" href="${language.text(addressOf(context, '/figure', { path: step.path }))}">${name}</a>`; // prettier-ignore
  const said = saidOf(context, step, names);
  const deepest = step.path === undefined ? DEPTH : DEPTH_ASKED;
  if (step.children.length === 0 || depth > deepest) return `<li>${asked} ${value}${said}</li>`;
  const below = treeOf(context, step, names, depth + 1);
  return `<li>${asked} ${value}<details${depth === 1 ? ' open' : ''}><summary>${language.count('published.figure.from', step.children.length)}</summary>${said}${below}</details></li>`; // prettier-ignore
}
