import type { Protocol } from '../../model/protocol.js';
import type { Generator, Loss, OutputFile } from '../generator.js';
import { safeName } from '../paths.js';
import { pictureLosses, pictureTrace } from '../svg/generator.js';
import { picturesOf, type Picture } from '../svg/pictures.js';

/**
 * PNG, for programs that show no SVG: the same drawings as the output svg (../svg/generator.ts), in light. Whoever hosts
 * the language brings what makes points of them.
 */
export const pngGenerator: Generator = {
    id: 'png',
    title: { nl: 'PNG-afbeeldingen', en: 'PNG pictures' },
    summary: {
        nl: 'Dezelfde tekeningen als SVG, voor programma’s die geen SVG tonen.',
        en: 'The same drawings as SVG, for programs that show no SVG.',
    },
    refusesOnError: false,
    needsPoints: true,
    generate(protocol, options) {
        const pictures = picturesOf(protocol, options, 'light');
        const path = ({ suffix }: Picture) => `${safeName(protocol.name)}${suffix}.png`;
        const { toPng } = options;
        const reason = {
            nl: 'hier kan van een tekening geen afbeelding worden gemaakt; gebruik svg',
            en: 'no picture can be made of a drawing here; use svg',
        };
        return {
            files: toPng ? pictures.map((p): OutputFile => ({ path: path(p), content: toPng(p.svg) })) : [],
            losses: toPng
                ? [...pictureLosses(protocol, pictures), ...fontLosses(protocol, pictures)]
                : [{ element: protocol.name, reason }],
            trace: toPng ? pictureTrace(pictures, path) : [],
        };
    },
};

/** Characters that the one font of the pictures lacks: letters of other scripts than it has, and emoji but for a few signs. */
const NOT_IN_FONT =
    /(?![©®™‼↔↕♀♂♠♣♥♦☺])[\p{Extended_Pictographic}\p{Regional_Indicator}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}])\p{L}/gu;

function fontLosses({ name }: Protocol, pictures: readonly Picture[]): Loss[] {
    const lacking = new Set(pictures.flatMap(({ svg }) => svg.replace(/<[^>]*>/g, ' ').match(NOT_IN_FONT) ?? []));
    const all = [...lacking].join(' ');
    return lacking.size === 0
        ? []
        : [
              {
                  element: name,
                  reason: {
                      nl: `het lettertype van een afbeelding heeft deze tekens niet, en toont een leeg vak: ${all}; in svg staan ze wel`,
                      en: `the font of a picture lacks these characters, and shows an empty box: ${all}; svg has them`,
                  },
              },
          ];
}
