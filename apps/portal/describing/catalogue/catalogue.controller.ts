import { Controller, Get, Header, Param } from '@nestjs/common';
import { Problem } from '@throughline/platform';
import type { CatalogueLine } from '../openapi/routes/describing';
import { describedType, describedTypes } from './described-types';
import { eventSchemaDocument } from './event-schema';
import { typeDeclarations } from './type-declarations';

const KEEP = 'public, max-age=300';

/**
 * The catalogue, for anybody: it holds what records look like and nothing of anybody, and a supplier reads it before any agency
 * has given them a token.
 */
@Controller('v1/catalogue')
export class CatalogueController {
  @Get()
  @Header('Cache-Control', KEEP)
  list(): { readonly items: readonly CatalogueLine[] } {
    return { items: describedTypes.map(({ type, summary, byTheHub }) => ({ type, summary, link: `/v1/catalogue/${type}`, byTheHub })) };
  }

  @Get('throughline-records.d.ts')
  @Header('Cache-Control', KEEP)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  declarations(): string {
    return typeDeclarations();
  }

  /** By the whole or the short name of the type. */
  @Get(':type')
  @Header('Cache-Control', KEEP)
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  show(@Param('type') type: string): Readonly<Record<string, unknown>> {
    const described = describedType(type);
    if (described === undefined) throw new Problem(404, 'the catalogue has no such type');
    return eventSchemaDocument(described);
  }
}
