package io.github.lambdabootstrap.s3;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sends the body of a marked request without asking the service for its go-ahead ({@code Expect: 100-continue}). */
final class GoAhead implements ExecutionInterceptor {

    /** On a request that does not ask. */
    static final ExecutionAttribute<Boolean> UNASKED = new ExecutionAttribute<>("LambdaBootstrapUnasked");

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return Boolean.TRUE.equals(attributes.getAttribute(UNASKED))
                ? context.httpRequest().toBuilder().removeHeader("Expect").build()
                : context.httpRequest();
    }
}
