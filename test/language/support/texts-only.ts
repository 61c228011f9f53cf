import { EmptyFileSystemProvider, type URI } from 'langium';

/** A file system that holds some texts and nothing else. */
export class TextsOnly extends EmptyFileSystemProvider {
    constructor(private readonly texts: ReadonlyMap<string, string>) {
        super();
    }

    override readFile(uri: URI): Promise<string> {
        const text = this.texts.get(uri.path);
        return text === undefined ? Promise.reject(new Error(`no file ${uri.path}`)) : Promise.resolve(text);
    }
}
