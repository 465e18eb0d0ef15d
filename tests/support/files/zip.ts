import { strFromU8, unzipSync } from 'fflate';

/** The files in a zip archive, as text: Word files are such archives. */
export function unzip(archive: Uint8Array): Map<string, string> {
	return new Map(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
