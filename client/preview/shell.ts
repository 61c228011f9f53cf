import type { Uri, Webview } from 'vscode';
import { pageTexts } from '../texts.js';
import { pageOf } from '../webview.js';

/** The page of the preview before anything is shown in it; pictures that it makes itself are allowed in it. */
export function shell(webview: Webview, root: Uri, language: 'nl' | 'en'): string {
    const t = pageTexts(language);
    const body = `<div class="bar" role="region" aria-label="${t.preview}">
<div role="tablist" aria-label="${t.preview}">
<button role="tab" id="tab-document" data-kind="document" aria-selected="true" aria-controls="shown">${t.document}</button>
<button role="tab" id="tab-diagram" data-kind="diagram" aria-selected="false" aria-controls="shown" tabindex="-1">${t.diagram}</button>
<button role="tab" id="tab-review" data-kind="review" aria-selected="false" aria-controls="shown" tabindex="-1">${t.review}</button>
</div>
<div class="tools" role="toolbar" aria-label="${t.diagram}" hidden>
<button data-do="out" title="${t.smaller}" aria-label="${t.smaller}">−</button>
<button data-do="in" title="${t.larger}" aria-label="${t.larger}">+</button>
<button data-do="fit">${t.fit}</button>
<button data-do="svg">SVG</button>
<button data-do="png">PNG</button>
</div>
</div>
<main><div id="shown" role="tabpanel" tabindex="0" aria-labelledby="tab-document" data-none="${t.none}"></div></main>`;
    return pageOf(webview, root, {
        language,
        title: t.preview,
        style: 'preview-style.css',
        script: 'preview.js',
        body,
        allows: 'img-src data: blob:',
    });
}
