import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver';
import { skeleton } from '../skeleton.js';
import { statementDoc } from '../messages/statements.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { VOCABULARIES } from '../rules/vocabularies.js';

/** A whole statement with its block, to be filled in. */
interface Skeleton {
    /** the word that it begins with */
    readonly keyword: string;
    readonly summary: Bilingual;
    /** with `${1:Naam}` for what the writer goes through; what nobody knows yet is `onbekend` */
    readonly snippet: string;
}

const FORMS = VOCABULARIES['vorm']?.words.join(',') ?? '';

/** The skeletons; what an earlier one has in a block comes before what a later one has there. */
export const SKELETONS: readonly Skeleton[] = [
    {
        keyword: 'stap',
        summary: {
            nl: 'Een hele stap: wie het doet, waaraan, hoe lang, hoeveel contacten, en wat eruit komt.',
            en: 'A whole step: who does it, on what, how long, how many contacts, and what comes of it.',
        },
        snippet: `stap \${1:Naam} "\${2:Titel}" {
  door \${3:onbekend}
  werkt aan \${4:onbekend}
  vereist \${5:onbekend}
  levert \${6:onbekend}
  duur \${7:onbekend}
  contacten \${8:onbekend}
  daarna: \${9:onbekend}
}`,
    },
    {
        keyword: 'overdracht',
        summary: {
            nl: 'Een hele overdracht: van wie naar wie, vanuit welke stap, met welke informatie, en wat als.',
            en: 'A whole handover: from whom to whom, from which step, with what information, and what if.',
        },
        snippet: `overdracht \${1:Naam} "\${2:Titel}" van \${3:onbekend} naar \${4:onbekend} {
  vanuit \${5:onbekend}
  vorm \${6|onbekend,${FORMS}|}
  gesprekken \${7:onbekend}
  informatie \${8:onbekend}
  ernst \${9:onbekend}
  actie \${10:onbekend}
  wat als \${11:onbekend}
  bevestiging \${12:onbekend}
  bij uitblijven: \${13:onbekend}
}`,
    },
    {
        keyword: 'toetsingskader',
        summary: {
            nl: 'Een heel toetsingskader: oordelen, thema, criterium, en een indicator die zichzelf toetst.',
            en: 'A whole framework: verdicts, theme, criterion, and an indicator that tests itself.',
        },
        snippet: `toetsingskader \${1:Naam} "\${2:Titel}" {
  oordeel voldoet "+"
  oordeel voldoet-niet "-"
  thema \${3:Thema} "\${4:Titel}" {
    criterium \${5:Criterium} "\${6:Titel}" {
      indicator \${7:1.1} "\${8:Vraag}" {
        toets \${9:elke stap heeft door}
      }
    }
  }
}`,
    },
    {
        keyword: 'interventie',
        summary: {
            nl: 'Een hele interventie, met elk onderdeel dat het werkblad voor erkenning vraagt.',
            en: 'A whole intervention, with every part that the form for recognition asks for.',
        },
        snippet: skeleton('${1:Naam}', '${2:Titel}')
            .replace(/^\/\/.*\n/gm, '')
            .trim(),
    },
    {
        keyword: 'doel',
        summary: {
            nl: 'Een heel doel: een subdoel en een indicator met norm, meting en moment.',
            en: 'A whole goal: a subgoal and an indicator with norm, measurement and moment.',
        },
        snippet: `doel \${1:Naam} "\${2:Titel}" {
  subdoel \${3:Subdoel} "\${4:Titel}" {
    indicator \${5:Indicator} "\${6:Titel}" {
      norm \${7:onbekend}
      meting \${8:onbekend}
      moment \${9:onbekend}
    }
  }
}`,
    },
    {
        keyword: 'rol',
        summary: {
            nl: 'Een hele rol: taak, competentie en caseload.',
            en: 'A whole role: task, competence and caseload.',
        },
        snippet: `rol \${1:Naam} "\${2:Titel}" {
  taak \${3:onbekend}
  competentie \${4:onbekend}
  caseload \${5:onbekend}
}`,
    },
    {
        keyword: 'doelgroep',
        summary: {
            nl: 'Een hele doelgroep: leeftijd, selectie, contra-indicatie en betrokkenheid.',
            en: 'A whole target group: age, selection, contra-indication and involvement.',
        },
        snippet: `doelgroep \${1:Naam} "\${2:Titel}" {
  leeftijd \${3:onbekend}
  selectie \${4:onbekend}
  contra-indicatie \${5:onbekend}
  betrokkenheid \${6:onbekend}
}`,
    },
    {
        keyword: 'bron',
        summary: {
            nl: 'Een hele bron: wie het schreef, wanneer, wie het uitgaf en waar het staat.',
            en: 'A whole source: who wrote it, when, who published it and where it stands.',
        },
        snippet: `bron \${1:Naam} "\${2:Titel}" {
  auteur \${3:onbekend}
  jaar \${4:onbekend}
  uitgever \${5:onbekend}
  verwijzing \${6:onbekend}
}`,
    },
    {
        keyword: 'document',
        summary: {
            nl: 'Een heel document: wat erin staat, hoe vertrouwelijk, en hoe lang het bewaard wordt.',
            en: 'A whole document: what is in it, how confidential, and how long it is kept.',
        },
        snippet: `document \${1:Naam} "\${2:Titel}" {
  bevat \${3:onbekend}
  vertrouwelijkheid \${4:onbekend}
  bewaartermijn \${5:onbekend}
}`,
    },
    {
        keyword: 'fase',
        summary: {
            nl: 'Een hele fase: van wanneer tot wanneer, met een stap erin.',
            en: 'A whole phase: from when until when, with a step in it.',
        },
        snippet: `fase \${1:Naam} "\${2:Titel}" van \${3:onbekend} {
  stap \${4:Naam} "\${5:Titel}" {
    door \${6:onbekend}
  }
}`,
    },
    {
        keyword: 'escalatie',
        summary: {
            nl: 'Een hele escalatie: wie opschaalt en naar wie, vanuit welke stap, wanneer, en wat daarna.',
            en: 'A whole escalation: who goes to whom, from which step, when, and what next.',
        },
        snippet: `escalatie \${1:Naam} "\${2:Titel}" door \${3:onbekend} naar \${4:onbekend} {
  vanuit \${5:onbekend}
  als "\${6:wanneer}"
  binnen \${7:onbekend}
  daarna: \${8:onbekend}
}`,
    },
    {
        keyword: 'scenario',
        summary: {
            nl: 'Een heel scenario: wat gegeven is, wat er gebeurt, en wat er dan verwacht wordt.',
            en: 'A whole scenario: what is given, what happens, and what is expected then.',
        },
        snippet: `scenario "\${1:Titel}" voor \${2:Interventie} {
  gegeven \${3:Gegeven} is \${4:onbekend}
  bij \${5:Stap}: \${6:Gegeven} is \${7:onbekend}
  verwacht einde \${8:Einde}
}`,
    },
    {
        keyword: 'beoordeling',
        summary: {
            nl: 'Een hele beoordeling: wie, wanneer, hoe, wat er gevonden is en wat daaruit volgt.',
            en: 'A whole review: who, when, how, what was found and what follows from it.',
        },
        snippet: `beoordeling \${1:Naam} "\${2:Titel}" van \${3:Interventie} aan de hand van \${4:Kader} {
  door \${5:onbekend}
  methode \${6:onbekend}
  bevinding \${7:1.1} \${8:onbekend}
  conclusie \${9:onbekend}
}`,
    },
];

/** A skeleton as an editor without snippets writes it. */
export function plainSkeleton(snippet: string): string {
    return snippet.replace(/\$\{\d+\|([^,}]*)[^}]*\|\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

/** The skeletons of some words, each as a proposal. */
export function skeletonItems(
    keywords: ReadonlySet<string>,
    language: Language,
    hasSnippets: boolean,
): (CompletionItem & { readonly newText: string })[] {
    return SKELETONS.filter(({ keyword }) => keywords.has(keyword)).map(({ keyword, summary, snippet }) => ({
        label: `${keyword} … { … }`,
        filterText: keyword,
        kind: CompletionItemKind.Snippet,
        detail: summary[language],
        documentation: { kind: 'markdown', value: `\`\`\`draaiboek\n${plainSkeleton(snippet)}\n\`\`\`` },
        sortText: '1a',
        insertTextFormat: hasSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        newText: hasSnippets ? snippet : plainSkeleton(snippet),
    }));
}

/** For each block the statements that its skeleton has, in that order. */
const USUAL: ReadonlyMap<string, readonly string[]> = usualStatements();

function usualStatements(): Map<string, readonly string[]> {
    const usual = new Map<string, string[]>();
    for (const { keyword, snippet } of SKELETONS) {
        const open: string[] = [];
        for (const line of plainSkeleton(snippet)
            .split('\n')
            .map((l) => l.trim())) {
            const block = open.at(-1);
            const word = block === undefined ? keyword : keywordOf(line, block);
            if (block !== undefined && word !== undefined) {
                const words = usual.get(block) ?? [];
                usual.set(block, words.includes(word) ? words : [...words, word]);
            }
            if (line.endsWith('{') && word !== undefined) {
                open.push(word);
            } else if (line === '}') {
                open.pop();
            }
        }
    }
    return usual;
}

function keywordOf(text: string, block: string): string | undefined {
    // `daarna: Klaar`
    return statementDoc(text.replace(/^([^\s:]+):/, '$1 :'), block)?.keyword;
}

/**
 * The statements that a block of its kind usually has and this one lacks, each with its place in their order.
 *
 * @param block the keyword of the block
 * @param statements the texts of the statements that it has
 */
export function missingStatements(block: string, statements: readonly string[]): ReadonlyMap<string, number> {
    const present = new Set(statements.map((text) => keywordOf(text.slice(0, 100), block)));
    const missing = (USUAL.get(block) ?? []).filter((word) => !present.has(word));
    return new Map(missing.map((word, index) => [word, index]));
}
