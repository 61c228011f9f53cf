import { DefaultWorkspaceManager, URI, UriUtils, type BuildOptions, type FileSystemNode } from 'langium';
import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';

/** Loads all protocols of the folders that are open, and checks them: a user wants to know of all problems. */
export class DraaiboekWorkspaceManager extends DefaultWorkspaceManager {
    override initialBuildOptions: BuildOptions = { validation: true };

    override shouldIncludeEntry(entry: FileSystemNode): boolean {
        // unlike Langium's own, a folder `out` is read too: it may hold protocols
        const name = UriUtils.basename(entry.uri);
        if (entry.isDirectory) {
            return !name.startsWith('.') && name !== 'node_modules';
        }
        return entry.isFile && this.serviceRegistry.hasServices(entry.uri);
    }

    /** @returns the protocols of the folders that were opened, and the folders that were closed */
    async changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<{ opened: URI[]; closed: URI[] }> {
        const isRemoved = (uri: string) => removed.some((folder) => folder.uri === uri);
        this.folders = [...(this.folders ?? []).filter(({ uri }) => !isRemoved(uri)), ...added];
        const opened = await Promise.all(added.map(({ uri }) => this.searchFolder(URI.parse(uri))));
        return { opened: opened.flat(), closed: removed.map(({ uri }) => URI.parse(uri)) };
    }
}
