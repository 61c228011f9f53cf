import type { Case } from './support.js';
import { caseFrom } from './support.js';

/** Texts that would do something in HTML, Markdown or Mermaid if they were not escaped. */
export const HOSTILE: readonly string[] = [
    '<script>alert(1)</script>',
    '</style></title><img src=x onerror=alert(1)>',
    ']]> --> <!-- & &amp; &#60; &lt;b&gt;',
    "it's 'quoted' and `ticked` ``` fence",
    '# kop',
    '1. eerste',
    '- [x] taak',
    '> citaat',
    '| a | b |',
    '[link](javascript:alert(1)) ![beeld](http://x/y.png)',
    '[ref]: http://example.org',
    '*ster* **dubbel** _streep_ ~~weg~~ $x$',
    'end',
    'graph TD; A-->B',
    'subgraph x',
    '#quot; #35; #amp;',
    'a"]:::x; click a "javascript:alert(1)"'.replaceAll('"', '”'),
    'lifestyle:#tag; classDef x:#y;',
    'style n_S0 fill:#f00;',
    '%% opmerking %%{init: {}}%%',
    '😀 👨\u200d👩\u200d👧 émoji ☃ 漢字 שלום',
    'woord '.repeat(60).trim(),
    'x'.repeat(300),
    '---',
    '===',
    '\\',
    '+ plus',
    'https://example.org/?a=<b>&c="d"'.replaceAll('"', '%22'),
];

/** A protocol in which those texts are titles, values, quotations, speakers and reasons; a case may come to each step. */
export async function hostileProtocol(): Promise<Case> {
    const each = (make: (text: string, i: number) => string) => HOSTILE.map((t, i) => make(t, i)).join('\n');
    return caseFrom(`
        bron Bron "${HOSTILE[0] ?? ''}"
        interventie Vijandig "${HOSTILE[1] ?? ''}" {
            ${each((t) => `principe "${t}" volgens Bron op "${t}" "${t}" aldus "${t}"`)}
            ${each((t) => `kenmerk "${t}" onbekend omdat "${t}"`)}
            ${each((t) => `opmerking van "${t}" "${t}"`)}
            tegenspraak "x" tussen "${HOSTILE[2] ?? ''}" en "${HOSTILE[3] ?? ''}"
            ${each((t, i) => `rol R${String(i)} "${t}"`)}
            aanpak {
                ${each((t, i) => `gelijktijdig G${String(i)} "${t}" { stap S${String(i)} "${t}" { door R${String(i)} daarna { als "${t}": E${String(i)} anders: ${i + 1 < HOSTILE.length ? `G${String(i + 1)}` : 'E0'} } } }`)}
                ${each((t, i) => `einde E${String(i)} "${t}"`)}
            }
            ${each((t, i) => `overdracht O${String(i)} "${t}" van R0 naar R1 { vanuit S${String(i)} }`)}
        }`);
}
