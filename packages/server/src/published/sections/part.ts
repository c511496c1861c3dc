/** What a reader can do: with the plan, by asking, and with the data. */
import type { Contact, DataLicence } from '@thousand-cities/model';
import type { Html, Language } from '../language.ts';
import { addressOf, list, paragraph, section, type Context } from '../parts.ts';
import type { PublishedDocuments } from '../read.ts';
import { householdsPart, type ActionsPart } from './actions.ts';

export function partSection(
  context: Context,
  cityId: string,
  documents: PublishedDocuments,
  actions: ActionsPart | undefined,
): Html {
  const { language } = context;
  const { say, text, phrase } = language;
  const households = actions && householdsPart(context, actions);
  const shown = documents.plan?.publication;
  return section('part', say('published.part'), [
    households ? paragraph(say('published.households')) + households : '',
    `<h3>${say('published.ask')}</h3>`,
    paragraph(
      shown === undefined
        ? say('published.ask.plain')
        : say('published.ask.how', { title: text(phrase(shown.title)), version: language.whole(shown.version) }),
    ),
    paragraph(contactText(language, documents.plan?.plan.contact)),
    `<h3>${say('published.data')}</h3>`,
    paragraph(`${say('published.data.text')} ${licenceText(language, documents.plan?.plan.licence)}`),
    list(dataLinks(context, cityId, documents)),
  ]);
}

/** Whom to ask, as the plan names it; that it names nobody is said. */
function contactText({ say, text }: Language, contact: Contact | undefined): Html {
  const { office, name, email, phone, url } = contact ?? {};
  const parts = [
    office === undefined ? '' : text(office),
    name === undefined ? '' : text(name),
    email === undefined ? '' : `<a href="mailto:${text(encodeURI(email))}">${text(email)}</a>`,
    phone === undefined ? '' : `<a href="tel:${text(phone.replaceAll(/[^\d+]/g, ''))}">${text(phone)}</a>`,
    url === undefined ? '' : `<a href="${text(url)}" rel="nofollow noopener">${text(url)}</a>`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? say('published.contact.none') : say('published.contact', { contact: parts.join(' · ') });
}

/** Under which licence the data are given; that the city has not said is said. */
function licenceText({ say, text }: Language, licence: DataLicence | undefined): Html {
  if (licence === undefined) return say('published.data.noLicence');
  const { name, url } = licence;
  const named = url === undefined ? text(name) : `<a href="${text(url)}" rel="license noopener">${text(name)}</a>`;
  return say('published.data.licence', { licence: named });
}

function dataLinks(context: Context, cityId: string, { plan, inventories }: PublishedDocuments): readonly Html[] {
  const { language } = context;
  const { say, text } = language;
  const link = (href: string, label: Html) => `<a href="${text(href)}" rel="nofollow">${label}</a>`;
  const years = inventories.length > 0 ? inventories.map(({ inventory }) => inventory.year) : (plan?.plan.inventories ?? []).map(({ year }) => year); // prettier-ignore
  return [
    ...(plan ? [link(addressOf(context, '/plan.json'), say('published.data.plan'))] : []),
    ...years.flatMap((year) =>
      (['csv', 'json'] as const).map((form) =>
        link(
          addressOf(context, `/inventory/${year}.${form}`),
          say(form === 'csv' ? 'published.data.inventory' : 'published.data.inventoryJson', {
            year: language.year(year),
          }),
        ),
      ),
    ),
    link(`/api/v1/cities/${cityId}/publications`, say('published.data.api')),
  ];
}
