import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Assets } from './assets';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The pages' style sheet, scripts and icon: nothing of them is about anybody, and everybody may read them. */
@Controller('assets')
export class AssetsController {
  constructor(@Inject(Assets) private readonly assets: Assets) {}

  @Get(':digest/:name')
  async send(@Param('digest') digest: string, @Param('name') name: string, @Res() response: Response): Promise<void> {
    const asset = digest === this.assets.digest ? await this.assets.find(name) : undefined;
    if (asset === undefined) throw new NotFoundException();
    response.set({ 'Content-Type': asset.type, 'Cache-Control': FOR_EVER, 'X-Content-Type-Options': 'nosniff' }).send(asset.body);
  }
}
