/** What can stand in an element; texts are never read as HTML. */
export type Content = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | (() => void)>>;

/** Makes an element; `onclick` is a function, other attributes are texts or, where true, present. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes = {},
    ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'function') {
            made.addEventListener(name.replace(/^on/, ''), value);
        } else if (value !== false) {
            made.setAttribute(name, value === true ? '' : value);
        }
    }
    made.append(...content.filter((part) => part !== undefined && part !== false));
    return made;
}
