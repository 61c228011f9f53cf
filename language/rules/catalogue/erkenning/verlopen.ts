import { statementsOf } from '../../../model/queries.js';
import type { Block, Place, Protocol, Statement } from '../../../model/protocol.js';
import { daysIn } from '../../../model/values.js';
import { defineRule } from '../../rule.js';

export const erkenningVerlopen = defineRule({
    code: 'erkenning/verlopen',
    severity: 'warning',
    title: {
        nl: 'De erkenning was nog geldig toen deze versie werd gemaakt',
        en: 'The recognition was still valid when this version was made',
    },
    reason: {
        nl: 'Een erkenning (NJi en partners) geldt een aantal jaar: wat `geldigheid` zegt, anders tot de datum van `herbeoordeling`, anders zolang als de instellingen zeggen (`limits.recognitionYears`). Vergeleken wordt met de datum van de `versie`: wat een tekst zegt, hangt niet af van de dag waarop iemand hem leest. Zonder die datum valt er niets te zeggen.',
        en: 'A recognition (NJi and partners) holds for some years: what `geldigheid` says, else until the date of `herbeoordeling`, else as long as the settings say (`limits.recognitionYears`). It is compared with the date of the `versie`: what a text says does not depend on the day on which somebody reads it. Without that date nothing can be said.',
    },
    messages: {
        expired: {
            nl: 'De erkenning liep af op {until}; deze versie is van {version}. Vul de nieuwe erkenning in, of zeg dat zij is verlopen.',
            en: 'The recognition ended on {until}; this version is of {version}. Fill in the new recognition, or say that it has expired.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    versie "2" van 2026-03-01
    erkenning { niveau "goed onderbouwd"  datum 2018-06-01 }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    versie "2" van 2026-03-01
    erkenning { niveau "goed onderbouwd"  datum 2024-06-01 }
}
`,
    checkProtocol: (protocol, report, { settings }) => {
        const version = latestVersion(protocol);
        const terms = protocol.recognitions.flatMap((r) => termOf(r, settings.limits.recognitionYears) ?? []);
        const [last] = [...terms].sort((a, b) => (a.until < b.until ? 1 : -1));
        if (version && last && last.until < version.date) {
            report({
                message: 'expired',
                at: last.at,
                parameters: { until: last.until, version: version.date },
                related: [{ message: { nl: 'Deze versie.', en: 'This version.' }, at: version.at }],
                data: { until: last.until, version: version.date },
            });
        }
    },
});

function latestVersion(protocol: Protocol): { readonly date: string; readonly at: Place } | undefined {
    const dated = protocol.versions.flatMap(({ date, at, state }) =>
        date === undefined || state === 'vervallen' ? [] : [{ date, at }],
    );
    return dated.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

/** The last day on which a recognition holds, as an ISO date, and where that is said. */
function termOf(recognition: Block, years: number): { readonly until: string; readonly at: Place } | undefined {
    const [validity] = statementsOf(recognition, 'geldigheid');
    const [given] = statementsOf(recognition, 'datum');
    const [renewal] = statementsOf(recognition, 'herbeoordeling');
    const stated = validity && dateOf(validity);
    if (stated !== undefined && validity) {
        return { until: stated, at: validity.at };
    }
    const from = given && dateOf(given);
    if (from === undefined || !given) {
        return undefined;
    }
    const term = validity?.values.find((v) => v.type === 'quantity');
    const days = term?.high === undefined || term.unit === undefined ? undefined : daysIn(term.unit);
    if (term?.high !== undefined && days !== undefined) {
        return { until: later(from, (term.high * days) / (daysIn('jaar') ?? 1)), at: given.at };
    }
    const next = renewal && dateOf(renewal);
    return next !== undefined && next > from
        ? { until: next, at: renewal?.at ?? given.at }
        : { until: later(from, years), at: given.at };
}

function dateOf(statement: Statement): string | undefined {
    const value = statement.values.find((v) => v.type === 'date');
    return value && /^\d{4}-\d{2}-\d{2}$/.test(value.date) ? value.date : undefined;
}

/** The same day some years later; parts of a year in months. */
function later(date: string, years: number): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const months = Math.round(years * 12);
    // the last day of a shorter month
    const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
