import { DefaultIndexManager, type Cancellation, type LangiumDocument, type URI } from 'langium';

/**
 * Langium's index, which remembers of each document what other files its references lead to: with each letter that is
 * typed it is asked of every document in the folder, and Langium goes through all references of all of them for that.
 */
export class DraaiboekIndexManager extends DefaultIndexManager {
    /** of a document, by its address, the addresses of the other files that it names something of */
    private readonly outer = new Map<string, ReadonlySet<string>>();

    override async updateReferences(document: LangiumDocument, token?: Cancellation.CancellationToken): Promise<void> {
        await super.updateReferences(document, token);
        const uri = document.uri.toString();
        const targets = new Set(this.referenceIndex.get(uri)?.map(({ targetUri }) => targetUri.toString()));
        targets.delete(uri);
        this.outer.set(uri, targets);
    }

    override removeReferences(uri: URI): void {
        super.removeReferences(uri);
        this.outer.delete(uri.toString());
    }

    override isAffected({ uri }: LangiumDocument, changedUris: Set<string>): boolean {
        const targets = this.outer.get(uri.toString());
        return targets !== undefined && targets.size > 0 && [...changedUris].some((changed) => targets.has(changed));
    }
}
