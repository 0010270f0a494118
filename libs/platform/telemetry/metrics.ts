import { Controller, Get, Global, Header, Module, type OnModuleInit } from '@nestjs/common';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/**
 * The process's measurements. Each part registers its own with `registers: [metrics]`; a label never holds a person, a
 * reference or a record.
 */
export const metrics = new Registry();

/** Seconds from a request's arrival to the end of its answer, by method, route template and status. */
export const requestSeconds = new Histogram({
  name: 'throughline_http_request_seconds',
  help: 'Time to answer a request, in seconds',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

@Controller('metrics')
class MetricsController {
  @Get()
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  show(): Promise<string> {
    return metrics.metrics();
  }
}

/** `GET /metrics`, with the process's own figures (memory, event loop, collections) beside those of its parts. */
@Global()
@Module({ controllers: [MetricsController] })
export class MetricsModule implements OnModuleInit {
  onModuleInit(): void {
    if (metrics.getSingleMetric('process_cpu_seconds_total') === undefined) collectDefaultMetrics({ register: metrics });
  }
}
