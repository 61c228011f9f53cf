import type { Preview, PreviewKind, Spot } from '../../server/requests.js';

/** What the extension says to the page of the preview. */
export type ToPage =
    /** what there is to see; undefined where the text holds no interventie */
    | { readonly type: 'show'; readonly preview: Preview | undefined; readonly uri: string }
    /** where the cursor is, in a file */
    | { readonly type: 'cursor'; readonly uri: string; readonly line: number }
    /** where the case is that is walked through */
    | { readonly type: 'walk'; readonly places: readonly Spot[] };

/** What the page of the preview says to the extension. */
export type FromPage =
    /** the page can be spoken to, and wants this */
    | { readonly type: 'ready'; readonly kind: PreviewKind }
    | { readonly type: 'choose'; readonly kind: PreviewKind }
    /** show that place in the text */
    | { readonly type: 'go'; readonly uri: string; readonly line: number; readonly character: number }
    /** a picture to keep; of PNG in base64 */
    | { readonly type: 'save'; readonly name: string; readonly format: 'svg' | 'png'; readonly content: string };
