// check_sarif.mjs SCHEMA FILE…: are these files valid by the JSON schema (draft 04)?
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv = require('ajv'); // comes with eslint

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

const [schema, ...files] = process.argv.slice(2);
const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true, unknownFormats: 'ignore' });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(read(schema));

let wrong = 0;
for (const file of files) {
    if (validate(read(file))) {
        console.log(`${file}: valid`);
        continue;
    }
    for (const error of validate.errors ?? []) console.error(`${file}: ${error.dataPath} ${error.message}`);
    wrong++;
}
process.exit(wrong ? 1 : 0);
