export { describedType, describedTypes, type DescribedType } from './catalogue/described-types';
export { eventSchemaDocument } from './catalogue/event-schema';
export { committed } from './committed';
export { openApi, routes } from './openapi/openapi';
export { problemsInWords } from './openapi/problems';
