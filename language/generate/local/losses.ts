import type { Protocol } from '../../model/protocol.js';
import { forEachBlock } from '../../model/blocks-within.js';
import type { Bilingual } from '../../text/bilingual.js';
import { nearest } from '../../text/distance.js';
import { oneLine } from '../../text/one-line.js';
import type { GenerateOptions, Generator, Loss } from '../generator.js';
import { namesFor } from './called.js';
import type { FilledIn } from './fill-in.js';
import type { Slot } from './slots.js';

/** The same generator; of an output that runs, its loss report says what a municipality filled in, and what it did not. */
export function withLocalLosses(generator: Generator): Generator {
    return generator.refusesOnError
        ? {
              ...generator,
              generate: (protocol, options) => {
                  const output = generator.generate(protocol, options);
                  return { ...output, losses: [...output.losses, ...lossesOf(protocol, options)] };
              },
          }
        : generator;
}

function lossesOf(protocol: Protocol, options: GenerateOptions): Loss[] {
    const { filledIn, settings } = options;
    return filledIn ? ofOne(protocol, filledIn, options) : ofSeveral(protocol, settings.locals ?? []);
}

/** Nobody said for which municipality it is: what they fill in is not taken over. */
function ofSeveral(protocol: Protocol, locals: readonly FilledIn['local'][]): Loss[] {
    const [first] = locals;
    const names = locals.map(({ name }) => name).join(', ');
    return first === undefined
        ? []
        : [
              {
                  element: protocol.name,
                  reason: {
                      nl: `\`local\` in draaiboek.json geeft wat deze gemeenten invullen: ${names}; voor welke dit is, staat er niet (\`municipality\`, of \`--municipality "${first.name}"\`), dus niets ervan is overgenomen`,
                      en: `\`local\` in draaiboek.json gives what these municipalities fill in: ${names}; for which this is, is not said (\`municipality\`, or \`--municipality "${first.name}"\`), so nothing of it is taken over`,
                  },
              },
          ];
}

function ofOne(protocol: Protocol, { local, filled, missing, unreadable }: FilledIn, options: GenerateOptions): Loss[] {
    const { process, handovers, roles } = protocol;
    const parts = [...(process ? [process, ...process.nodes] : []), ...handovers, ...roles];
    // with what is filled in lines keep their numbers, and no more
    const isHere = ({ at }: Slot) =>
        parts.some(
            (part) =>
                part.at.file === at.file &&
                part.at.range.start.line <= at.range.start.line &&
                part.at.range.end.line >= at.range.start.line,
        );
    const where = ({ at }: Slot) => `${options.pathOf(at.file)}:${String(at.range.start.line + 1)}`;
    const setting = (slot: Pick<Slot, 'element' | 'keyword'>) => settingOf(local, slot);
    const used = filled.filter(isHere);
    const all = used.map(({ element, keyword, value = '' }) => `${element} › ${keyword} ${oneLine(value)}`).join('; ');
    return [
        ...(used.length === 0 ? [] : [{
            element: protocol.name,
            reason: {
                nl: `dit geldt voor ${local.name}: ingevuld is ${all} (\`local\` in draaiboek.json)`,
                en: `this holds for ${local.name}: filled in is ${all} (\`local\` in draaiboek.json)`,
            },
        }]),
        ...missing.filter(isHere).map((slot) => ({
            element: slot.element,
            reason: {
                nl: `${setting(slot)} is niet ingevuld; ${where(slot)} blijft plaatselijk`,
                en: `${setting(slot)} is not filled in; ${where(slot)} stays decided locally`,
            },
        })),
        ...unreadable.filter(({ slot }) => isHere(slot)).map((one) => ({
            element: one.slot.element,
            reason: {
                nl: `${refusal(local, one).nl}; ${where(one.slot)} blijft plaatselijk`,
                en: `${refusal(local, one).en}; ${where(one.slot)} stays decided locally`,
            },
        })),
        ...strangers(protocol, local, options).map(({ name, near }) => ({
            element: protocol.name,
            reason: {
                nl: `local › ${local.name} › ${name}: zo heet hier niets; bedoelde u ${near}?`,
                en: `local › ${local.name} › ${name}: nothing here has that name; did you mean ${near}?`,
            },
        })),
        ...unasked(protocol, local, [...filled, ...missing, ...unreadable.map(({ slot }) => slot)]).map((at) => ({
            element: at.element,
            reason: {
                nl: `${setting(at)}: hier zegt het draaiboek niet \`plaatselijk\`, dus dit is niet overgenomen`,
                en: `${setting(at)}: the protocol does not say \`plaatselijk\` here, so this is not taken over`,
            },
        })),
    ];
} // prettier-ignore

/** What a municipality says that cannot stand in the protocol, to tell whoever has outputs made for it. */
export function whatIsRefused({ local, unreadable }: FilledIn): Bilingual[] {
    return unreadable.map((one) => ({
        nl: `${refusal(local, one).nl}; dit blijft plaatselijk.`,
        en: `${refusal(local, one).en}; this stays decided locally.`,
    }));
}

/** That a value cannot stand where it is filled in, and why. */
function refusal(local: FilledIn['local'], { slot, wrong }: FilledIn['unreadable'][number]): Bilingual {
    const said = `${settingOf(local, slot)}: "${oneLine(slot.value ?? '')}"`;
    return {
        nl: `${said} kan daar niet staan${wrong ? ` (${wrong.nl})` : ''}`,
        en: `${said} cannot stand there${wrong ? ` (${wrong.en})` : ''}`,
    };
}

/** Where a value stands in the settings. */
function settingOf({ name }: FilledIn['local'], { element, keyword }: Pick<Slot, 'element' | 'keyword'>): string {
    return `local › ${name} › ${element} › ${keyword}`;
}

/** Names for which a municipality fills something in that nothing has, each with the one in the protocol that it is near to. */
function strangers(
    protocol: Protocol,
    { values }: FilledIn['local'],
    { file }: GenerateOptions,
): { readonly name: string; readonly near: string }[] {
    const names = (root: unknown): string[] => {
        const found: string[] = [];
        forEachBlock([root], (block) => {
            const { name, title } = block as { readonly name?: unknown; readonly title?: unknown };
            found.push(...[name, title].filter((n) => typeof n === 'string'));
        });
        return found;
    };
    const own = [...names(protocol), ...namesFor(protocol, '')];
    const known = new Set([...own, ...names(file)]);
    return Object.keys(values).flatMap((name) => {
        const near = known.has(name) ? undefined : nearest(name, own);
        return near === undefined ? [] : [{ name, near }];
    });
}

/** What a municipality says of steps and handovers that is not decided locally there. */
function unasked(
    protocol: Protocol,
    { values }: FilledIn['local'],
    slots: readonly Slot[],
): Pick<Slot, 'element' | 'keyword'>[] {
    return [...(protocol.process?.nodes ?? []), ...protocol.handovers].flatMap(({ name }) => {
        const asked = slots.filter(({ element }) => element === name).map(({ keyword }) => keyword);
        const said = namesFor(protocol, name).flatMap((called) =>
            Object.hasOwn(values, called) ? Object.keys(values[called] ?? {}) : [],
        );
        return [...new Set(said)]
            .filter((keyword) => !asked.includes(keyword))
            .map((keyword) => ({ element: name, keyword }));
    });
}
