/** The main part of a page by itself is a part of this one. */
export function asPart(main: HTMLElement): void {
    const part = document.createElement('div');
    for (const { name, value } of main.attributes) {
        part.setAttribute(name, value);
    }
    part.append(...main.childNodes);
    main.replaceWith(part);
}

/** Above drawings stands what they are of, for who does not see them. */
export function headed(title: string): HTMLElement[] {
    const head = document.createElement('h1');
    head.className = 'only-heard';
    head.textContent = title;
    return [head];
}
