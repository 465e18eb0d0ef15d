import { pages } from '#lib/texts/pages/pages.server.ts';

const links = (folder: string, named: Readonly<Record<string, { title: string }>>) =>
	Object.entries(named).map(([address, { title }]) => ({ href: `${folder}${address}`, label: title }));

export const load = () => ({ pages: [...links('/', pages().fixed), ...links('/leicht/', pages().easy)] });
