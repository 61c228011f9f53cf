/** How `review` prints: the words of its `--format`. */
export const REVIEW_FORMATS = ['text', 'json', 'html', 'docx'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
