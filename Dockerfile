# One image per service: docker build --build-arg SERVICE=booking-service -t coachbook/booking-service .
FROM eclipse-temurin:25-jre
ARG SERVICE
WORKDIR /service
COPY ${SERVICE}/target/quarkus-app/ ./
USER 1001
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_MANAGEMENT_HOST=0.0.0.0
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
