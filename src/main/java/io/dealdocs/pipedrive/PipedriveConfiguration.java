package io.dealdocs.pipedrive;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the port together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PipedriveProperties.class, RetryProperties.class})
class PipedriveConfiguration {

    @Bean(destroyMethod = "close")
    RestPipedrive restPipedrive(
            PipedriveProperties properties,
            RetryProperties retry,
            ObjectProvider<Clock> clock,
            ApplicationEventPublisher events) {
        Tries tries = new Tries(retry.tries(), retry.pause(), properties.answerTimeout());
        return new RestPipedrive(
                properties,
                tries,
                clock.getIfAvailable(Clock::systemUTC),
                apiDomain -> events.publishEvent(new BudgetRestored(apiDomain)));
    }

    @Bean
    PipedriveFiles pipedriveFiles(RestPipedrive rest) {
        return rest.files();
    }

    @Bean
    PipedriveUsers pipedriveUsers(RestPipedrive rest) {
        return rest.users();
    }

    @Bean
    PipedriveDeals pipedriveDeals(RestPipedrive rest) {
        return rest.deals();
    }

    @Bean
    PipedriveOAuth pipedriveOAuth(RestPipedrive rest) {
        return rest.oauth();
    }

    @Bean
    PanelTokens panelTokens(PipedriveProperties properties, ObjectProvider<Clock> clock) {
        return new NimbusPanelTokens(properties, clock.getIfAvailable(Clock::systemUTC));
    }
}
