import { Controller, Get, Global, Inject, Module, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Health } from './health';

@Controller('health')
class HealthController {
  constructor(@Inject(Health) private readonly health: Health) {}

  /** The process runs and answers. It says nothing of what the hub depends on: a restart would not mend that. */
  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** 200 when every part can do its work, else 503; both with each part's own words. */
  @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    const { ready, checks } = await this.health.readiness();
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not ready', checks });
  }
}

/** `GET /health/live` and `GET /health/ready`; parts take `Health` and register their checks. */
@Global()
@Module({ controllers: [HealthController], providers: [Health], exports: [Health] })
export class HealthModule {}
