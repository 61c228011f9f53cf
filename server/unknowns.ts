import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { FileModel, Place, Protocol, Stated, UnknownItem } from '../language/model/protocol.js';
import { contains } from '../language/rules/places.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { modelOf } from '../language/workspace.js';
import { onDocumentRequest } from './asking.js';
import { TREES, type TreeNode, type TreeRequest } from './requests.js';
import { treeOf, type NodeParts } from './tree.js';

/** Answers what a file leaves open. */
export function answerUnknownsRequests(connection: Connection, services: DraaiboekLspServices): void {
    onDocumentRequest(connection, services, TREES.unknowns, (document, _request: TreeRequest) =>
        unknownsOf(document, services),
    );
}

/**
 * All that is `onbekend` or `plaatselijk` in a file, by the part that it stands in. The interventie is named where there
 * are several.
 */
export function unknownsOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekLspServices): TreeNode[] {
    const model = modelOf(services, document);
    const { language } = services.settings.settingsFor(model.file);
    const several = model.interventions.length > 1;
    const parts = model.interventions.flatMap((protocol): NodeParts[] => {
        const inside = grouped(protocol.unknowns, partsOf(protocol), ABOUT, language);
        const count = protocol.unknowns.length;
        return several && count > 0
            ? [
                  {
                      key: protocol.name,
                      label: protocol.title ?? protocol.name,
                      description: String(count),
                      icon: 'interventie',
                      at: protocol.at,
                      children: inside,
                  },
              ]
            : inside;
    });
    return treeOf([...parts, ...grouped(model.unknowns, partsOfFile(model), BESIDE, language)]);
}

const ABOUT: Bilingual = { nl: 'Over de interventie', en: 'About the intervention' };
const BESIDE: Bilingual = { nl: 'Buiten de interventies', en: 'Outside the interventions' };

type Part = readonly [Bilingual, readonly Stated[]];

function partsOf(protocol: Protocol): Part[] {
    return [
        [{ nl: 'Erkenning', en: 'Recognition' }, protocol.recognitions],
        [{ nl: 'Doelgroep', en: 'Target group' }, protocol.targetGroups],
        [{ nl: 'Doelen', en: 'Goals' }, [...protocol.goals, ...protocol.indicators]],
        [{ nl: 'Onderbouwing', en: 'Rationale' }, protocol.rationales],
        [{ nl: 'Rollen', en: 'Roles' }, protocol.roles],
        [{ nl: 'Aanpak', en: 'Approach' }, protocol.process ? [protocol.process] : []],
        [{ nl: 'Overdrachten', en: 'Handovers' }, protocol.handovers],
        [{ nl: 'Documenten en gegevens', en: 'Documents and facts' }, [...protocol.documents, ...protocol.facts]],
        [{ nl: 'Uitvoering', en: 'Delivery' }, [...protocol.deliveries, ...protocol.collaborations]],
        [{ nl: 'Onderzoek en effect', en: 'Research and effect' }, [...protocol.research, ...protocol.effects]],
    ];
}

function partsOfFile(model: FileModel): Part[] {
    return [
        [{ nl: 'Beoordelingen', en: 'Reviews' }, model.reviews],
        [{ nl: 'Toetsingskaders', en: 'Frameworks' }, model.frameworks],
        [{ nl: 'Scenario’s', en: 'Scenarios' }, model.scenarios],
    ];
}

/** What is open under the part that it stands in, in the order of the parts; what stands in none comes first. */
function grouped(
    items: readonly UnknownItem[],
    parts: readonly Part[],
    otherwise: Bilingual,
    language: Language,
): NodeParts[] {
    const groups = new Map<Bilingual, UnknownItem[]>([otherwise, ...parts.map(([title]) => title)].map((t) => [t, []]));
    const homes = homesOf(parts);
    for (const item of items) {
        groups.get(homes(item.at) ?? otherwise)?.push(item);
    }
    return [...groups].flatMap(([title, inside]): NodeParts[] =>
        inside.length === 0
            ? []
            : [
                  {
                      key: title.nl,
                      label: title[language],
                      description: String(inside.length),
                      icon: 'part',
                      children: inside.map((item) => unknownParts(item, language)),
                  },
              ],
    );
}

/** In which part a place stands. */
function homesOf(parts: readonly Part[]): (place: Place) => Bilingual | undefined {
    const all = parts.flatMap(([title, blocks]) => blocks.map(({ at }) => ({ title, at })));
    return (place) => all.find(({ at }) => at.file === place.file && contains(at, place))?.title;
}

function unknownParts({ what, element, reason, expected, type, at }: UnknownItem, language: Language): NodeParts {
    const line = { nl: 'regel', en: 'line' }[language];
    const kind = type === 'local' ? { nl: 'plaatselijk', en: 'local' } : { nl: 'onbekend', en: 'unknown' };
    const tooltip = [
        `${kind[language]}: ${what}`,
        ...(reason === undefined ? [] : [reason]),
        ...(expected === undefined ? [] : [{ nl: `verwacht: ${expected}`, en: `expected: ${expected}` }[language]]),
    ];
    return {
        key: `${element}.${what}`,
        label: what,
        description: `${line} ${String(at.range.start.line + 1)} · ${element}`,
        tooltip: tooltip.join('\n'),
        icon: type === 'local' ? 'local' : 'unknown',
        kind: kind[language],
        at,
    };
}
