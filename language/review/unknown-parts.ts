import type { FileModel, Place, Protocol, Stated, UnknownItem } from '../model/protocol.js';
import { contains } from '../rules/places.js';
import type { Bilingual } from '../text/bilingual.js';

/** A part of a protocol, by what stands in it. */
export type Part = readonly [title: Bilingual, blocks: readonly Stated[]];

export interface OpenPart {
    readonly title: Bilingual;
    readonly items: readonly UnknownItem[];
}

/** What is `onbekend` or `plaatselijk` in an interventie, by the part that it stands in. */
export function openPartsOf(protocol: Protocol): OpenPart[] {
    return grouped(protocol.unknowns, partsOf(protocol), ABOUT);
}

/** The same of what stands in a file outside its interventies. */
export function openPartsBeside(model: FileModel): OpenPart[] {
    return grouped(model.unknowns, partsOfFile(model), BESIDE);
}

const ABOUT: Bilingual = { nl: 'Over de interventie', en: 'About the intervention' };
const BESIDE: Bilingual = { nl: 'Buiten de interventies', en: 'Outside the interventions' };

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
function grouped(items: readonly UnknownItem[], parts: readonly Part[], otherwise: Bilingual): OpenPart[] {
    const groups = new Map<Bilingual, UnknownItem[]>([otherwise, ...parts.map(([title]) => title)].map((t) => [t, []]));
    const homes = homesOf(parts);
    for (const item of items) {
        groups.get(homes(item.at) ?? otherwise)?.push(item);
    }
    return [...groups].flatMap(([title, inside]) => (inside.length === 0 ? [] : [{ title, items: inside }]));
}

/** In which part a place stands. */
function homesOf(parts: readonly Part[]): (place: Place) => Bilingual | undefined {
    const all = parts.flatMap(([title, blocks]) => blocks.map(({ at }) => ({ title, at })));
    return (place) => all.find(({ at }) => at.file === place.file && contains(at, place))?.title;
}
