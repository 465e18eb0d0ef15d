import ts from 'typescript';
import type { Column, Schema } from './schema.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What tables.ts says, read as a program: the only place that knows it at run time is its text. */
export function declaredSchema(text: string): Schema {
	const file = ts.createSourceFile('tables.ts', text, ts.ScriptTarget.Latest, true);
	const schema = new Map<string, Column>();
	for (const statement of file.statements) {
		if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== 'Tables') continue;
		for (const table of membersOf(statement)) {
			if (!table.type || !ts.isTypeLiteralNode(table.type)) throw new Error(`what is ${table.getText()}?`);
			for (const column of membersOf(table.type)) {
				schema.set(`${snake(table.name.getText())}.${snake(column.name.getText())}`, columnOf(column.type));
			}
		}
	}
	return schema;
}

const membersOf = (node: ts.InterfaceDeclaration | ts.TypeLiteralNode) => node.members.filter(ts.isPropertySignature);

function columnOf(type: ts.TypeNode | undefined): Column {
	if (type && ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Generated') {
		return { ...columnOf(type.typeArguments?.[0]), optional: true };
	}
	const parts = (type && ts.isUnionTypeNode(type) ? [...type.types] : [type]).map((part) => part?.getText());
	const said = parts.filter((part) => part !== 'null');
	const known: Readonly<Record<string, Column['family']>> = { string: 'text', Instant: 'text', number: 'number' };
	const family = known[said.join(' | ')];
	if (!family) throw new Error(`what is ${type?.getText()}? A column is string, Instant or number`);
	return { family, nullable: parts.includes('null'), optional: false };
}
