import { Controller, Get, Header, Inject } from '@nestjs/common';
import { asyncApi } from './asyncapi/asyncapi';
import { openApi } from './openapi/openapi';

/** The token under which the module tells where systems get their tokens. */
export const TOKEN_URL = Symbol('token address');

const KEEP = 'public, max-age=300';

/** The outer surface in the words of machines, for anybody, as the catalogue is. */
@Controller()
export class DescriptionsController {
  constructor(@Inject(TOKEN_URL) private readonly tokenUrl: string) {}

  @Get('openapi.json')
  @Header('Cache-Control', KEEP)
  openApi(): Readonly<Record<string, unknown>> {
    return openApi(this.tokenUrl);
  }

  @Get('asyncapi.json')
  @Header('Cache-Control', KEEP)
  asyncApi(): Readonly<Record<string, unknown>> {
    return asyncApi();
  }
}
