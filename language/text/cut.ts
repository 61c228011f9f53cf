/** At most so many characters, by code point: whole ones, no halves of a pair. What is cut ends with `…`. */
export function cut(text: string, longest: number): string {
    const characters = [...text];
    return characters.length <= longest
        ? text
        : `${characters
              .slice(0, longest - 1)
              .join('')
              .trimEnd()}…`;
}
