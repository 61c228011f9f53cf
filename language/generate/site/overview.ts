import type { Language } from '../../text/bilingual.js';
import { escapeHtml } from '../html/escape.js';
import { page } from '../html/page.js';
import { agesOf, FACETS, isSilent, kindOf, MOST_AGE, valuesOf } from './facts.js';
import { SCRIPT } from './script.js';
import type { SiteItem } from './site.js';
import { OVERVIEW_STYLE } from './style.js';

/** A place in a document where words may be found. */
export interface Place {
    readonly href: string;
    readonly title: string;
    readonly text: string;
}

/** An interventie in the overview. */
export interface Entry {
    readonly item: SiteItem;
    readonly title: string;
    readonly summary: string;
    /** version, as the documents say it */
    readonly version: string;
    readonly places: readonly Place[];
}

/** The first page: all interventions, with search and filters where the reader's browser runs scripts. */
export function overviewPage(entries: readonly Entry[], language: Language, made: string): string {
    const nl = language === 'nl';
    const say = (dutch: string, english: string) => (nl ? dutch : english);
    const facets = [
        { id: 'soort', title: say('Soort', 'Kind'), of: ({ item }: Entry) => [kindOf(item.protocol)[language]] },
        ...FACETS.map((f) => ({
            id: f.id,
            title: f[language],
            of: ({ item }: Entry) => valuesOf(f, item.protocol, language),
        })),
    ];
    const fieldsets = facets.map(({ id, title, of }) => {
        const values = Map.groupBy(entries.flatMap(of), (v) => v);
        const choices = [...values].sort(([a], [b]) => Number(isSilent(a)) - Number(isSilent(b)) || (a < b ? -1 : 1)).map(
            ([value, all]) =>
                `<label class="choice"><input type="checkbox" name="${id}" value="${escapeHtml(value)}"><span>${escapeHtml(value)} <span class="amount">(${String(all.length)})</span></span></label>`,
        );
        return `<fieldset><legend>${escapeHtml(title)}</legend>${choices.join('')}</fieldset>`;
    });
    const years = Array.from({ length: MOST_AGE + 1 }, (_, i) => `<option value="${String(i)}">${String(i)} ${say('jaar', 'years')}</option>`);
    const form = `<form class="search" id="zoeken" role="search" hidden>
<label for="woorden">${say('Zoeken in alle teksten', 'Search in all texts')}</label><input type="search" id="woorden" autocomplete="off">
<fieldset><legend><label for="leeftijd">${say('Leeftijd', 'Age')}</label></legend><select id="leeftijd"><option value="">${say('elke leeftijd', 'any age')}</option>${years.join('')}</select></fieldset>
${fieldsets.join('\n')}
<button type="reset">${say('Wis alles', 'Clear all')}</button>
</form>`;
    const list = entries.map((e) => article(e, language, facets.map((f) => f.of(e))));
    const data = {
        count: say('{n} van {all} interventies', '{n} of {all} interventions'),
        items: entries.map((e) => ({
            id: idOf(e),
            facets: Object.fromEntries(facets.map((f) => [f.id, f.of(e)])),
            ages: agesOf(e.item.protocol) ?? null,
            places: e.places,
        })),
    };
    const title = say('Interventies', 'Interventions');
    const body = `<a class="skip" href="#lijst">${say('Naar de lijst', 'Skip to the list')}</a>
<header class="masthead"><p class="kicker">Draaiboek</p><h1>${title}</h1><p class="subtitle">${escapeHtml(made)}</p></header>
<main class="finding">${form}
<div id="lijst" tabindex="-1"><p id="aantal" role="status">${String(entries.length)} ${say('interventies', 'interventions')}</p>
<p id="niets" hidden>${say('Geen interventie past bij wat u zoekt. Wis een keuze of zoek met minder woorden.', 'No intervention fits what you look for. Clear a choice or search with fewer words.')}</p>
${list.join('\n')}
</div></main>
<script type="application/json" id="gegevens">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;
    return page({ language, title, style: OVERVIEW_STYLE, body, script: SCRIPT, look: 'overview' });
} // prettier-ignore

function idOf({ item }: Entry): string {
    return `i-${item.folder.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function article(entry: Entry, language: Language, facts: readonly (readonly string[])[]): string {
    const { item, title, summary, version } = entry;
    // what a protocol says is Dutch in any edition
    const said = language === 'nl' ? '' : ' lang="nl"';
    const shown = [...new Set([version, ...facts.flat()])].filter((f) => f !== '' && !isSilent(f));
    return `<article class="intervention" id="${idOf(entry)}"><h2${said}><a href="${encodeURI(item.folder)}/index.html">${escapeHtml(title)}</a></h2>
<p class="facts">${escapeHtml(shown.join(' · '))}</p>
${summary === '' ? '' : `<p${said}>${escapeHtml(summary)}</p>`}
<ul class="found"${said} hidden></ul></article>`;
}
